namespace Geo.Engine.Formats.Shapefile;

/// <summary>How much an archive's entry may unpack to.</summary>
/// <param name="MostBytes">Bytes.</param>
/// <param name="Name">The entry, for messages.</param>
internal sealed record UnpackingLimit(long MostBytes, string Name);
