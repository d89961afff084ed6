using System.Text.Json;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Geo.Api.Formats;

/// <summary>
/// A page of features in a form that tells neither count nor next page in its body: both stand in the headers, so that the page is made before it is sent.
/// What is larger than a mebibyte waits in a file that is gone with the answer.
/// </summary>
internal sealed class PageFileResult(ApiRequest request, Layer layer, ItemsQuery query, IFeatureStore store, EntityTagHeaderValue tag) : IResult
{
    private const int MostInMemory = 1 << 20;

    private readonly ItemsReader _reader = new(request, layer, query, store);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var page = new FeaturePage(_reader, query);
        var format = Format(httpContext, page);
        httpContext.Response.ContentType = Headers.ContentType(request.MediaType);
        FileNames.Set(httpContext.Response, layer, format);
        if (request.IsHead)
        {
            Headers.Describe(request, tag, ItemsLinks.Of(request, layer, query, next: null));
            Headers.SetCounts(httpContext.Response, _reader.KnownMatched, returned: null);
            return;
        }
        await using var file = new FileBufferingWriteStream(MostInMemory);
        await format.WriteAsync(query.Selection.ViewOf(layer.Definition, query.Crs).Of(await InOrderAsync(format, page)), file, request.Cancellation);
        Headers.Describe(request, tag, ItemsLinks.Of(request, layer, query, page.Next));
        Headers.SetCounts(httpContext.Response, await _reader.MatchedAsync(page.Returned, !page.HasNext), page.Returned);
        httpContext.Response.ContentLength = file.Length;
        await file.DrainBufferAsync(httpContext.Response.Body, request.Cancellation);
    }

    private FeatureFormat Format(HttpContext http, FeaturePage page) => request.Form.Key == JsonFgFormat.Name
        ? new JsonFgFormat { WriteEnd = json => WriteEndAsync(json, page) }
        : FeatureForms.Find(request.Form, new FeatureFormOptions(http.RequestServices.GetRequiredService<TimeProvider>(), query.HasByteOrderMark));

    private async Task<IAsyncEnumerable<Feature>> InOrderAsync(FeatureFormat format, FeaturePage page) => format.KeepsOrder || query.Conditions.SortBy.Count == 0
        ? page.FeaturesAsync()
        : (await page.FeaturesAsync().ToListAsync(request.Cancellation)).OrderBy(f => f.Id).ToAsyncEnumerable();

    private async Task WriteEndAsync(Utf8JsonWriter json, FeaturePage page)
    {
        if (await _reader.MatchedAsync(page.Returned, !page.HasNext) is { } matched)
            json.WriteNumber("numberMatched"u8, matched);
        json.WriteNumber("numberReturned"u8, page.Returned);
        json.WritePropertyName("links"u8);
        Link.Write(json, ItemsLinks.Of(request, layer, query, page.Next));
    }
}
