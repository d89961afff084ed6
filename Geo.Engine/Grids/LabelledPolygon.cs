using NetTopologySuite.Geometries;

namespace Geo.Engine.Grids;

/// <summary>The outline of all cells that carry one label.</summary>
/// <param name="Label">The label, greater than 0.</param>
/// <param name="Geometry">A Polygon, or a MultiPolygon when the cells do not hang together by edges.</param>
public readonly record struct LabelledPolygon(int Label, Geometry Geometry);
