using Geo.Api.Http;

namespace Geo.Api.Jobs;

/// <summary>The answer of <c>/jobs</c>.</summary>
internal sealed record JobListDocument(IReadOnlyList<StatusDocument> Jobs, IReadOnlyList<Link> Links);
