using Geo.Api.Http;

namespace Geo.Api.Landing;

/// <summary>The landing page as data.</summary>
internal sealed record LandingDocument(string Title, string Description, IReadOnlyList<Link> Links);
