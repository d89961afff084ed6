using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Features;

/// <summary>A feature as it once was. Its layer may have other columns and another system by now.</summary>
/// <param name="System">The system of the geometry.</param>
/// <param name="Geometry">Null when it had none.</param>
/// <param name="ValuesJson">The values by the names of their properties, a JSON object: dates and moments as RFC 3339 writes them.</param>
public sealed record FeatureVersion(CoordinateSystem System, Geometry? Geometry, string ValuesJson);
