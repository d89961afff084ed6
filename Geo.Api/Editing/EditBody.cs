using Geo.Api.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Geo.Api.Editing;

/// <summary>The body of a request that edits: of one media type, in UTF-8, no larger than the server takes.</summary>
internal static class EditBody
{
    /// <summary>GeoJSON, for what is created and replaced.</summary>
    public const string GeoJson = "application/geo+json";

    /// <summary>A merge patch (RFC 7396), for what is changed in part.</summary>
    public const string MergePatch = "application/merge-patch+json";

    /// <summary>The bytes, or why they are not taken.</summary>
    public static async Task<(byte[]? Bytes, RequestProblem? Problem)> ReadAsync(ApiRequest request, string mediaType)
    {
        var http = request.Http;
        if (!IsOfType(http.Request, mediaType))
        {
            http.Response.Headers[mediaType == MergePatch ? "Accept-Patch" : "Accept-Post"] = mediaType;
            return (null, EditProblems.WrongType(http.Request.ContentType ?? "", mediaType));
        }
        var most = request.Options.MaxEditMebibytes;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most * 1024L * 1024;
        try
        {
            // A slow line is not the store's fault: its time begins when all is here. Who sends next to nothing is dropped by the server.
            request.StopTimer();
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            request.StartTimer();
            return (body.ToArray(), null);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, EditProblems.TooLarge(most));
        }
    }

    private static bool IsOfType(HttpRequest request, string mediaType) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
        && (type.Charset.Length == 0 || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.ToString() is "" or "identity";
}
