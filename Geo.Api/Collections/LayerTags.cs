using System.Globalization;
using System.Runtime.CompilerServices;
using Geo.Api.Http;
using Geo.Engine.Features;
using Microsoft.Net.Http.Headers;

namespace Geo.Api.Collections;

/// <summary>Entity tags of answers made from a layer: known before anything is read.</summary>
internal static class LayerTags
{
    /// <summary>The tag of an answer in the request's form and language.</summary>
    /// <param name="request">The request.</param>
    /// <param name="layer">The layer with its revision.</param>
    /// <param name="question">Canonical text of what is asked of it.</param>
    public static EntityTagHeaderValue Of(ApiRequest request, Layer layer, string question) =>
        EntityTags.Weak(KeyOf(layer), question, request.Addresses.Self(), request.MediaType, request.Language);

    /// <summary>A text that changes whenever the layer does.</summary>
    public static string KeyOf(Layer layer) => Keys.GetValue(layer, Make);

    // A layer as it was found does not change; the next state of it is another object.
    private static readonly ConditionalWeakTable<Layer, string> Keys = [];

    private static string Make(Layer layer) => string.Create(CultureInfo.InvariantCulture, $"{layer.Id} {layer.Revision} {layer.FeatureCount} {layer.Extent}");
}
