namespace Geo.Engine.Tiles;

/// <summary>A feature with its commands in a tile's content (<see cref="TileContent"/>).</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Start">Where the bytes of its commands begin.</param>
/// <param name="Length">How many bytes they are.</param>
/// <param name="Numbers">How many numbers they hold.</param>
internal record struct DrawnFeature(TileFeature Feature, int Start, int Length, int Numbers);
