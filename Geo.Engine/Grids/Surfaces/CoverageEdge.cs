namespace Geo.Engine.Grids.Surfaces;

/// <summary>An edge of a polygon in cells of a frame: columns to the right, rows down.</summary>
/// <param name="X0">Start.</param>
/// <param name="Y0">Start.</param>
/// <param name="X1">End.</param>
/// <param name="Y1">End.</param>
/// <param name="Sign">1 where the edge runs so that downwards has the polygon on its right, else -1.</param>
internal readonly record struct CoverageEdge(double X0, double Y0, double X1, double Y1, double Sign);
