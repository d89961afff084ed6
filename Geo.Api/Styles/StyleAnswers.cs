using System.Text.Json;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Styles;

/// <summary>Answers that lists, styles and legends of collections and of themes share.</summary>
internal static class StyleAnswers
{
    /// <summary>Forms of a list.</summary>
    public static readonly Representation[] ListForms = [Representation.Json, Representation.Html];

    /// <summary>Forms of a legend.</summary>
    public static readonly Representation[] LegendForms = [Representation.Json, Representation.Svg];

    /// <summary>A list of styles.</summary>
    public static DocumentResult List(ApiRequest request, string path, IReadOnlyList<(string Id, BilingualText Title)> styles, IEnumerable<(string, string)> trail)
    {
        Link[] links = [.. request.OwnLinks(ListForms)];
        return TileMatrixSetEndpoints.Document(request, StyleList.Of(request, path, styles, links), links, () => Page(request, path, styles, trail, links));
    }

    /// <summary>One style, with the link to its legend.</summary>
    public static DocumentResult Style(ApiRequest request, string path, BilingualText title, IReadOnlyList<(Layer, LayerLook)> layers) => new(
        request,
        JsonSerializer.SerializeToUtf8Bytes(StyleDocument.Of(request, title, layers), ApiJson.Readable.JsonObject),
        [new(request.Addresses.Self(), "self", request.MediaType, title.For(request.Language)), .. StyleList.StyleLinks(request, path).Skip(1)]);

    /// <summary>A legend.</summary>
    public static DocumentResult Legend(ApiRequest request, BilingualText title, LayerLook look)
    {
        var legend = StyleLegendDocument.Of(request, title, look, [.. request.OwnLinks(LegendForms)]);
        return new(request, request.Form == Representation.Svg ? LegendPicture.Render(legend) : JsonSerializer.SerializeToUtf8Bytes(legend, ApiJson.Readable.StyleLegendDocument), legend.Links);
    }

    private static byte[] Page(ApiRequest request, string path, IReadOnlyList<(string Id, BilingualText Title)> styles, IEnumerable<(string, string)> trail, IReadOnlyList<Link> links)
    {
        var rows = styles.Select(s => Html.Of($"""
            <tr><th scope="row">{s.Title.For(request.Language)}</th><td><a href="{request.Addresses.To($"{path}/{Addresses.Segment(s.Id)}")}">MapLibre</a></td><td><a href="{request.Addresses.To($"{path}/{Addresses.Segment(s.Id)}/legend", "svg")}">SVG</a> <a href="{request.Addresses.To($"{path}/{Addresses.Segment(s.Id)}/legend", "json")}">JSON</a></td></tr>
            """));
        return Render(request, Texts.Styles.For(request.Language), trail, links, Html.Of($"""
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Tên", "Name")}</th><th scope="col">{Say(request, "Kiểu", "Style")}</th><th scope="col">{Texts.Legend.For(request.Language)}</th></tr></thead>
            <tbody>{rows}</tbody>
            </table></div>
            """));
    }
}
