namespace Geo.Engine.Tiles;

/// <summary>Where the values of a feature stand among those of its tile (<see cref="TileValues"/>).</summary>
/// <param name="Start">The first.</param>
/// <param name="Count">How many numbers: two for each value.</param>
internal readonly record struct TileTags(int Start, int Count);
