namespace Geo.Engine.Tiles;

/// <summary>A place in units of a tile, right of and below its top left corner.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
public readonly record struct TilePlace(double X, double Y);
