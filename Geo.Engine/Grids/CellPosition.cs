namespace Geo.Engine.Grids;

/// <summary>A position in cells: x to the right from the frame's left edge, y down from its top edge.</summary>
internal readonly record struct CellPosition(double X, double Y);
