using Geo.Api.Http;

namespace Geo.Api.Collections;

/// <summary>The answer of <c>/collections</c>.</summary>
internal sealed record CollectionListDocument(IReadOnlyList<Link> Links, IReadOnlyList<CollectionDocument> Collections);
