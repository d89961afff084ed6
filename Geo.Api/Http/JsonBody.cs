using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Geo.Api.Http;

/// <summary>The JSON object that a request carries.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>The object, or what is wrong with it: another type, broken, no object; a longer one than allowed ends as 413.</summary>
    public static async Task<(JsonElement Body, RequestProblem? Problem)> ReadAsync(HttpContext http, long mostBytes, CancellationToken cancellation)
    {
        if (http.Request.ContentType is { } type && !IsJson(type))
            return (default, Problems.Status(StatusCodes.Status415UnsupportedMediaType, $"Content-Type: {Problems.Shown(type)}; application/json"));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = mostBytes;
        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, Strict, cancellation);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (document.RootElement.Clone(), null)
                : (default, Broken("một đối tượng JSON", "a JSON object"));
        }
        catch (JsonException fault)
        {
            var place = FormattableString.Invariant($"{(fault.LineNumber ?? 0) + 1}:{(fault.BytePositionInLine ?? 0) + 1}");
            return (default, Broken($"JSON đúng; lỗi ở {place}", $"JSON; it breaks at {place} ({fault.Message})"));
        }
    }

    private static bool IsJson(string type) =>
        Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(type, out var parsed)
        && (parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || parsed.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));

    private static RequestProblem Broken(string vi, string en) => Problems.Parameters([new ParameterFault("body", "", new(vi, en))]);
}
