using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Api.Collections;

/// <summary>Brings geometries from the system they are stored in to CRS84.</summary>
internal sealed class LonLat(CoordinateSystem stored)
{
    private readonly Projection? _projection = stored.Srid == CoordinateSystems.Crs84.Srid ? null : Projection.Between(stored, CoordinateSystems.Crs84);

    /// <summary>The geometry in longitude and latitude.</summary>
    public Geometry? Of(Geometry? geometry) => geometry is null || _projection is null ? geometry : _projection.Transform(geometry);
}
