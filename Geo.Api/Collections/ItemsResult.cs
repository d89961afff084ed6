using System.Text.Encodings.Web;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Features;
using Microsoft.Net.Http.Headers;

namespace Geo.Api.Collections;

/// <summary>
/// Streams a page of features as GeoJSON. What fits a first buffer goes out at once, with the complete Link header; a larger page
/// is sent as it is read, in flat memory, and its <c>next</c> link stands in the body only. A failure before the first
/// byte is a clean problem; a later one breaks the connection.
/// </summary>
internal sealed class ItemsResult(ApiRequest request, Layer layer, ItemsQuery query, IFeatureStore store, EntityTagHeaderValue tag) : IResult
{
    private const int FirstBuffer = 256 * 1024;
    private const int LaterBuffer = 64 * 1024;
    private const long MostToCount = 50_000;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private bool _isSending;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = request.MediaType;
        if (request.IsHead)
        {
            Headers.Describe(request, tag, ItemsLinks.Of(request, layer, next: null));
            return;
        }
        using var buffer = new PooledBuffer(FirstBuffer + LaterBuffer);
        await using var json = new Utf8JsonWriter(buffer, Options);
        var (returned, next) = await WriteFeaturesAsync(httpContext.Response, buffer, json);
        var links = ItemsLinks.Of(request, layer, next is null ? null : PageCursor.After(next.Value, query.Canonical));
        WriteEnd(json, returned, await MatchedAsync(returned, isLast: next is null), links);
        await json.FlushAsync(request.Cancellation);
        if (_isSending)
            await httpContext.Response.Body.WriteAsync(buffer.Written, request.Cancellation);
        else
            await SendWholeAsync(httpContext, buffer.Written, links);
    }

    /// <summary>A page that fits the buffer has a length and can be had in parts, which GDAL's <c>/vsicurl/</c> needs.</summary>
    private async Task SendWholeAsync(HttpContext http, ReadOnlyMemory<byte> page, IReadOnlyList<Link> links)
    {
        Headers.Describe(request, tag, links);
        await Results.Bytes(page, request.MediaType, enableRangeProcessing: true).ExecuteAsync(http);
    }

    private async Task<(long Returned, long? LastIdBeforeNext)> WriteFeaturesAsync(HttpResponse response, PooledBuffer buffer, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        json.WriteString("name"u8, layer.Id);
        json.WriteStartArray("features"u8);
        var output = new FeatureOutput(layer.Definition, query.Crs);
        var (returned, lastId) = (0L, 0L);
        await foreach (var feature in store.ReadAsync(layer, query.Conditions with { Limit = query.PageSize + 1 }, request.Cancellation))
        {
            request.StopTimer();
            if (returned == query.PageSize)
                return (returned, lastId);
            GeoJsonWriter.WriteFeatureStart(json, feature, output);
            json.WriteEndObject();
            (returned, lastId) = (returned + 1, feature.Id);
            await SendAsync(response, buffer, json);
        }
        return (returned, null);
    }

    private async Task SendAsync(HttpResponse response, PooledBuffer buffer, Utf8JsonWriter json)
    {
        if (buffer.Count + json.BytesPending < (_isSending ? LaterBuffer : FirstBuffer))
            return;
        if (!_isSending)
            Headers.Describe(request, tag, ItemsLinks.Of(request, layer, next: null));
        _isSending = true;
        await json.FlushAsync(request.Cancellation);
        await response.Body.WriteAsync(buffer.Written, request.Cancellation);
        buffer.Clear();
    }

    private static void WriteEnd(Utf8JsonWriter json, long returned, long? matched, IReadOnlyList<Link> links)
    {
        json.WriteEndArray();
        if (matched is { } known)
            json.WriteNumber("numberMatched"u8, known);
        json.WriteNumber("numberReturned"u8, returned);
        json.WritePropertyName("links"u8);
        JsonSerializer.Serialize(json, links, ApiJson.Readable.IReadOnlyListLink);
        json.WriteEndObject();
    }

    /// <summary>How many features match; null where counting would cost more than the page.</summary>
    private async Task<long?> MatchedAsync(long returned, bool isLast)
    {
        if (!query.IsFiltered)
            return layer.FeatureCount;
        if (isLast && query.Conditions.AfterId is null)
            return returned;
        return layer.FeatureCount <= MostToCount ? await store.CountAsync(layer, query.Conditions with { AfterId = null }, request.Cancellation) : null;
    }
}
