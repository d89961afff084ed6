using Geo.Api.Http;
using Geo.Engine.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace Geo.Api.Collections;

/// <summary>
/// Entity tags of single features: the fingerprint of the content, then a digest of the form it is sent in. They change when the feature does, not when a
/// neighbour is edited; and they are strong, as editors name them in <c>If-Match</c>, so the compression that the client asks for is part of them.
/// </summary>
internal static class FeatureTags
{
    /// <summary>The tag of the answer to a request for a feature.</summary>
    public static EntityTagHeaderValue Of(ApiRequest request, Layer layer, string fingerprint) =>
        Of(request, fingerprint, request.Addresses.Self(), request.MediaType, request.Form.IsHtml ? LayerTags.KeyOf(layer) : "");

    /// <summary>The tag that the feature has at an address as GeoJSON.</summary>
    public static EntityTagHeaderValue OfGeoJson(ApiRequest request, string address, string fingerprint) =>
        Of(request, fingerprint, address, Representation.GeoJson.MediaType, "");

    /// <summary>The fingerprint in a tag, strong or weak; null for the tag of something else.</summary>
    public static string? FingerprintOf(EntityTagHeaderValue tag) =>
        tag.Tag.Value is not { } text || text.IndexOf('.', StringComparison.Ordinal) is not (> 1 and var end) ? null : text[1..end];

    private static EntityTagHeaderValue Of(ApiRequest request, string fingerprint, string address, string mediaType, string page)
    {
        var coding = request.Http.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(request.Http)?.EncodingName;
        return new($"\"{fingerprint}.{EntityTags.Digest(address, mediaType, request.Language, coding ?? "identity", page)}\"");
    }
}
