using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Pages;

/// <summary>A small map in a page: a frame that says by attributes what the script is to draw, hidden until it does.</summary>
internal static class PageMap
{
    /// <summary>A whole layer, drawn from its vector tiles.</summary>
    public static Html OfLayer(ApiRequest request, Layer layer) => layer.Extent is null
        ? Html.Of($"")
        : OfFeaturesOf(request, layer, Html.Of($"data-tilejson=\"{request.Addresses.To($"{CollectionDescription.PathOf(layer.Id)}/tilejson", "json")}\""));

    /// <summary>Features of a layer, drawn from their GeoJSON in CRS84.</summary>
    /// <param name="request">The request for the page.</param>
    /// <param name="layer">Their layer.</param>
    /// <param name="geoJson">Address of the features.</param>
    public static Html OfFeatures(ApiRequest request, Layer layer, string geoJson) => layer.Definition.GeometryKind == GeometryKind.None
        ? Html.Of($"")
        : OfFeaturesOf(request, layer, Html.Of($"data-features=\"{geoJson}\""));

    /// <summary>The ground alone, to take a box from.</summary>
    public static Html OfGround(ApiRequest request) => Frame(request, Html.Of($"data-map=\"\""), Say(request, "Di chuyển bản đồ tới nơi cần tính.", "Move the map to the place in question."));

    /// <summary>A frame that stays hidden until the script has features for it that it fetched by itself.</summary>
    public static Html OfResults(ApiRequest request) => Frame(request, Html.Of($"data-later=\"\""), Say(request, "Kết quả trên bản đồ.", "The result on the map."));

    private static Html OfFeaturesOf(ApiRequest request, Layer layer, Html source)
    {
        var box = ExtentDocument.Of(layer.Extent, null)?.Spatial?.Bbox[0].Select(n => GeoJsonWriter.Text(n)) ?? [];
        var item = request.Addresses.To($"{CollectionDescription.PathOf(layer.Id)}/items/{{id}}", "html");
        return Frame(
            request,
            Html.Of($"data-map=\"\" {source} data-layer=\"{layer.Id}\" data-geometry=\"{layer.Definition.GeometryKind.ToString()}\" data-bounds=\"{string.Join(',', box)}\" data-item=\"{item}\""),
            Say(request, "Chọn một đối tượng trên bản đồ để mở trang của nó.", "Choose a feature on the map to open its page."));
    }

    private static Html Frame(ApiRequest request, Html attributes, string caption) => Html.Of($"""
        <figure class="map" hidden="" {attributes} data-collections="{request.Addresses.To("/collections", "json")}">
        <div class="canvas" data-canvas=""></div>
        <figcaption>{caption}</figcaption>
        </figure>
        {PageScript.Of(request)}
        """);
}
