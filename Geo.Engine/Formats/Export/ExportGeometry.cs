using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.Export;

/// <summary>Geometries of a layer in longitude and latitude.</summary>
internal sealed class ExportGeometry(Layer layer)
{
    private readonly Projection? _projection = layer.Definition.System.Srid == CoordinateSystems.Crs84.Srid
        ? null
        : Projection.Between(layer.Definition.System, CoordinateSystems.Crs84);

    /// <summary>The geometry in CRS84; null where there is none.</summary>
    public Geometry? Of(Feature feature) => feature.Geometry is null || _projection is null ? feature.Geometry : _projection.Transform(feature.Geometry);
}
