using NetTopologySuite.Geometries;

namespace Geo.Engine.Features;

/// <summary>One row of a layer.</summary>
/// <param name="Id">Identifier, unique in its layer, at least 1; stores keep the order of ids.</param>
/// <param name="Geometry">In the layer's stored system, x east, y north; null when the row has none.</param>
/// <param name="Values">Property values in the order of <see cref="LayerDefinition.Properties"/>, of the CLR types that <see cref="PropertyType"/> names.</param>
public sealed record Feature(long Id, Geometry? Geometry, IReadOnlyList<object?> Values);
