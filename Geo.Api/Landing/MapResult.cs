using Geo.Api.Http;
using Microsoft.Extensions.FileProviders;

namespace Geo.Api.Landing;

/// <summary>Sends the map's page, which browsers get at <c>/</c>; its Link header leads to everything the JSON landing page names.</summary>
internal sealed class MapResult(ApiRequest request, IFileInfo page, IReadOnlyList<Link> links) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var stream = page.CreateReadStream();
        var body = new byte[page.Length];
        await stream.ReadExactlyAsync(body, request.Cancellation);
        await new DocumentResult(request, body, links).ExecuteAsync(httpContext);
    }
}
