using System.Globalization;
using System.Text;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Microsoft.Net.Http.Headers;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Collections;

/// <summary>Features for people: a table of a page, and one feature in full.</summary>
internal static class ItemsPage
{
    /// <summary>A page of features; reads one more than it shows, which makes the link to the next page.</summary>
    public static async Task<IResult> ResultAsync(ApiRequest request, Layer layer, ItemsQuery query, IFeatureStore store, EntityTagHeaderValue tag)
    {
        var reader = new ItemsReader(request, layer, query, store);
        var features = request.IsHead ? [] : await reader.PageAsync().ToListAsync(request.Cancellation);
        var shown = features.Take(query.PageSize).ToList();
        var next = features.Count > query.PageSize ? query.CursorAfter(shown[^1]) : null;
        var links = ItemsLinks.Of(request, layer, query, next);
        var matched = request.IsHead ? reader.KnownMatched : await reader.MatchedAsync(shown.Count, isLast: next is null);
        Headers.SetCounts(request.Http.Response, matched, request.IsHead ? null : shown.Count);
        return new BodyResult(request, Table(request, layer, shown, matched, new FeatureOutput(layer.Definition, query.Crs, query.Selection), links), links, tag);
    }

    /// <summary>One feature with all that its GeoJSON holds.</summary>
    public static byte[] One(ApiRequest request, Layer layer, Feature feature, CoordinateSystem system, FeatureOutput output, IReadOnlyList<Link> links)
    {
        var rows = output.Properties.Select((p, i) => Html.Of($"""
            <tr><th scope="row">{p.Title?.For(request.Language) ?? p.Name}<br><code>{p.Name}</code></th><td>{GeoJsonWriter.Text(output.ValueOf(feature, i))} {p.Unit}</td></tr>
            """));
        var title = layer.Definition.Title.For(request.Language);
        (string, string)[] trail = [.. CollectionPages.Trail(request), CollectionPages.CollectionsCrumb(request), CollectionPages.Crumb(request, layer.Definition), ItemsCrumb(request, layer)];
        return Render(request, string.Create(CultureInfo.InvariantCulture, $"{title} {feature.Id}"), trail, links, Html.Of($"""
            <p>{CollectionPages.Badge(ProvenanceDocument.Of(layer.Definition.Provenance, request.Language))} {layer.Definition.Provenance.Licence}</p>
            <div class="wide"><table><tbody>{rows}</tbody></table></div>
            <h2>{Say(request, "Hình học", "Geometry")} ({system.Name}, {AxesOf(request, system)})</h2>
            <pre>{GeometryText(feature, output)}</pre>
            """));
    }

    private static byte[] Table(ApiRequest request, Layer layer, List<Feature> features, long? matched, FeatureOutput output, IReadOnlyList<Link> links)
    {
        var heads = output.Properties.Select(p => Html.Of($"<th scope=\"col\">{p.Title?.For(request.Language) ?? p.Name}{(p.Unit is null ? "" : $" ({p.Unit})")}</th>"));
        var rows = features.Select(f => Html.Of($"""
            <tr><th scope="row"><a href="{request.Addresses.To(string.Create(CultureInfo.InvariantCulture, $"{CollectionDescription.PathOf(layer.Id)}/items/{f.Id}"), "html")}">{f.Id}</a></th>{output.Properties.Select((_, i) => Html.Of($"<td>{GeoJsonWriter.Text(output.ValueOf(f, i))}</td>"))}<td>{output.GeometryOf(f)?.GeometryType}</td></tr>
            """));
        var provenance = ProvenanceDocument.Of(layer.Definition.Provenance, request.Language);
        var others = links.Where(l => l.Rel is "prev" or "next").Select(l => Html.Of($"<p><a href=\"{l.Href}\" rel=\"{l.Rel}\">{l.Title}</a></p>"));
        (string, string)[] trail = [.. CollectionPages.Trail(request), CollectionPages.CollectionsCrumb(request), CollectionPages.Crumb(request, layer.Definition)];
        return Render(request, $"{layer.Definition.Title.For(request.Language)}: {Say(request, "các đối tượng", "features")}", trail, links, Html.Of($"""
            <p>{CollectionPages.Badge(provenance)} {provenance.Licence}. {provenance.Attribution}</p>
            <p>{Say(request, "Số đối tượng trên trang", "Features on this page")}: {features.Count}{(matched is { } all ? Say(request, $"; khớp tất cả: {all}", $"; matching in all: {all}") : "")}</p>
            <div class="wide"><table>
            <thead><tr><th scope="col">id</th>{heads}<th scope="col">{Say(request, "Hình học", "Geometry")}</th></tr></thead>
            <tbody>{rows}</tbody>
            </table></div>
            {others}
            """));
    }

    private static (string, string) ItemsCrumb(ApiRequest request, Layer layer) =>
        (request.Addresses.To($"{CollectionDescription.PathOf(layer.Id)}/items", "html"), Say(request, "Các đối tượng", "Features"));

    private static string AxesOf(ApiRequest request, CoordinateSystem system) => (system.IsGeographic, system.AxisOrder) switch
    {
        (true, AxisOrder.EastNorth) => Say(request, "kinh độ, vĩ độ", "longitude, latitude"),
        (true, AxisOrder.NorthEast) => Say(request, "vĩ độ, kinh độ", "latitude, longitude"),
        (false, AxisOrder.EastNorth) => Say(request, "đông, bắc, mét", "easting, northing, metres"),
        _ => Say(request, "bắc, đông, mét", "northing, easting, metres"),
    };

    private static string GeometryText(Feature feature, FeatureOutput output)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            GeoJsonWriter.WriteGeometry(json, output.GeometryOf(feature), output.Positions);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
