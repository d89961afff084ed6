using Geo.Engine.Features;

namespace Geo.Api.Tiles;

/// <summary>A grid as it stands in the store.</summary>
/// <param name="Layer">Its description.</param>
/// <param name="FileTag">Changes with the bytes of the file.</param>
/// <param name="Version">Changes with the file or the description, and with this program: part of tile addresses.</param>
internal sealed record KnownGrid(GridLayer Layer, string FileTag, string Version);
