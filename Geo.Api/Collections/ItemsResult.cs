using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Microsoft.Net.Http.Headers;

namespace Geo.Api.Collections;

/// <summary>
/// Streams a page of features as GeoJSON. What fits a first buffer goes out at once, with the complete Link header; a larger page
/// is sent as it is read, in flat memory, and its <c>next</c> link stands in the body only. A page that has grown to the most bytes of an answer ends
/// there, and goes on behind its <c>next</c> link. A failure before the first byte is a clean problem; a later one breaks the connection.
/// </summary>
internal sealed class ItemsResult(ApiRequest request, Layer layer, ItemsQuery query, IFeatureStore store, EntityTagHeaderValue tag) : IResult
{
    private const int FirstBuffer = 256 * 1024;
    private const int LaterBuffer = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ItemsReader _reader = new(request, layer, query, store);
    private bool _isSending;
    private long _sent;

    private long MostBytes => (long)request.Options.MaxPageMebibytes << 20;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = request.MediaType;
        if (request.IsHead)
        {
            DescribeBeforeTheEnd();
            return;
        }
        using var buffer = new PooledBuffer(FirstBuffer + LaterBuffer);
        await using var json = new Utf8JsonWriter(buffer, Options);
        var (returned, next) = await WriteFeaturesAsync(httpContext.Response, buffer, json);
        var links = ItemsLinks.Of(request, layer, query, next is null ? null : query.CursorAfter(next));
        var matched = await _reader.MatchedAsync(returned, isLast: next is null);
        WriteEnd(json, returned, matched, links);
        await json.FlushAsync(request.Cancellation);
        if (_isSending)
            await httpContext.Response.Body.WriteAsync(buffer.Written, request.Cancellation);
        else
        {
            Headers.SetCounts(httpContext.Response, matched, returned);
            await SendWholeAsync(httpContext, buffer.Written, links);
        }
    }

    /// <summary>A page that fits the buffer has a length and can be had in parts, which GDAL's <c>/vsicurl/</c> needs.</summary>
    private async Task SendWholeAsync(HttpContext http, ReadOnlyMemory<byte> page, IReadOnlyList<Link> links)
    {
        Headers.Describe(request, tag, links);
        await Results.Bytes(page, request.MediaType, enableRangeProcessing: true).ExecuteAsync(http);
    }

    private async Task<(long Returned, Feature? LastBeforeNext)> WriteFeaturesAsync(HttpResponse response, PooledBuffer buffer, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        json.WriteString("name"u8, layer.Id);
        json.WriteStartArray("features"u8);
        await json.FlushAsync(request.Cancellation); // features follow in the buffer by themselves
        var writer = new FeatureWriter(new FeatureOutput(layer.Definition, query.Crs, query.Selection), buffer);
        var (returned, last) = (0L, (Feature?)null);
        await foreach (var row in _reader.RowsAsync())
        {
            if (last is not null)
                return (returned, last);
            if (returned > 0)
                buffer.Append((byte)',');
            writer.Write(row);
            if (++returned == query.PageSize || _sent + buffer.Count >= MostBytes)
                last = new Feature(row.Id, null, query.Conditions.SortBy.Count == 0 ? [] : row.Values); // its place is asked for, not its shape
            if (buffer.Count >= (_isSending ? LaterBuffer : FirstBuffer))
                await SendAsync(response, buffer);
        }
        return (returned, null);
    }

    /// <summary>The headers as far as they are known before the page is read.</summary>
    private void DescribeBeforeTheEnd()
    {
        Headers.Describe(request, tag, ItemsLinks.Of(request, layer, query, next: null));
        Headers.SetCounts(request.Http.Response, _reader.KnownMatched, returned: null);
    }

    private async Task SendAsync(HttpResponse response, PooledBuffer buffer)
    {
        if (!_isSending)
            DescribeBeforeTheEnd();
        _isSending = true;
        await response.Body.WriteAsync(buffer.Written, request.Cancellation);
        _sent += buffer.Count;
        buffer.Clear();
    }

    private static void WriteEnd(Utf8JsonWriter json, long returned, long? matched, IReadOnlyList<Link> links)
    {
        json.WriteEndArray();
        if (matched is { } known)
            json.WriteNumber("numberMatched"u8, known);
        json.WriteNumber("numberReturned"u8, returned);
        json.WritePropertyName("links"u8);
        Link.Write(json, links);
        json.WriteEndObject();
    }
}
