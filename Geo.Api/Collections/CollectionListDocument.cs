using Geo.Api.Http;

namespace Geo.Api.Collections;

/// <summary>The answer of <c>/collections</c>. Each collection repeats the systems that stand here for all, as many clients do not follow <c>#/crs</c>.</summary>
internal sealed record CollectionListDocument(IReadOnlyList<Link> Links, IReadOnlyList<string> Crs, IReadOnlyList<CollectionDocument> Collections);
