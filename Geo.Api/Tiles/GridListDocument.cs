using Geo.Api.Http;

namespace Geo.Api.Tiles;

/// <summary>The answer of <c>/grids</c>.</summary>
internal sealed record GridListDocument(IReadOnlyList<Link> Links, IReadOnlyList<GridDocument> Grids);
