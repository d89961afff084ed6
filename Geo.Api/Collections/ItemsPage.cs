using System.Globalization;
using System.Text;
using System.Text.Json;
using Geo.Api.Formats;
using Geo.Api.Http;
using Geo.Api.Pages;
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
        return new BodyResult(request, Page(request, layer, query, shown, matched, links), links, tag);
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
            <div class="wide" tabindex="0"><table><tbody>{rows}</tbody></table></div>
            {PageMap.OfFeatures(request, layer, request.Addresses.To(PathOf(layer, feature), "json"))}
            <h2>{Say(request, "Hình học", "Geometry")}: {CrsWords.NameOf(system).For(request.Language)} ({CrsWords.AxesOf(system).For(request.Language)}; {system.Code})</h2>
            <form class="inline" method="get" action="{request.Addresses.Root}{PathOf(layer, feature)}">{ItemsForm.Hidden(request)}{ItemsForm.CrsField(request)}<button type="submit">{Say(request, "Đổi", "Change")}</button></form>
            <pre>{GeometryText(feature, output)}</pre>
            {Downloads.Of(request, string.Create(CultureInfo.InvariantCulture, $"{layer.Id}-{feature.Id}"), links.Where(l => l.Rel == "alternate"), Say(request, "Đối tượng này.", "This feature."))}
            """));
    }

    private static byte[] Page(ApiRequest request, Layer layer, ItemsQuery query, List<Feature> features, long? matched, IReadOnlyList<Link> links)
    {
        var provenance = ProvenanceDocument.Of(layer.Definition.Provenance, request.Language);
        var turns = links.Where(l => l.Rel is "prev" or "next").Select(l => Html.Of($"<li><a href=\"{l.Href}\" rel=\"{l.Rel}\">{l.Title}</a></li>")).ToList();
        (string, string)[] trail = [.. CollectionPages.Trail(request), CollectionPages.CollectionsCrumb(request), CollectionPages.Crumb(request, layer.Definition)];
        return Render(request, $"{layer.Definition.Title.For(request.Language)}: {Say(request, "các đối tượng", "features")}", trail, links, Html.Of($"""
            <p>{CollectionPages.Badge(provenance)} {provenance.Licence}. {provenance.Attribution}</p>
            <div class="beside-map">{(query.IsHits || features.Count == 0 ? Html.Of($"") : PageMap.OfFeatures(request, layer, OnTheMap(request, query)))}
            {ItemsForm.Render(request, layer.Definition)}</div>
            <p>{Say(request, "Số đối tượng trên trang", "Features on this page")}: {features.Count}{(matched is { } all ? Say(request, $"; khớp tất cả: {all}", $"; matching in all: {all}") : "")}</p>
            {Table(request, layer, features, new FeatureOutput(layer.Definition, query.Crs, query.Selection))}
            {(turns.Count == 0 ? Html.Of($"") : Html.Of($"<nav aria-label=\"{Say(request, "Các trang", "Pages")}\"><ul class=\"turns\">{turns}</ul></nav>"))}
            {Downloads.Of(request, layer.Id, Matching(request, layer), Say(request, "Mọi đối tượng khớp điều kiện, không chỉ của trang này.", "All features that match, not of this page only."))}
            """));
    }

    private static Html Table(ApiRequest request, Layer layer, List<Feature> features, FeatureOutput output)
    {
        var heads = output.Properties.Select(p => Html.Of($"<th scope=\"col\">{p.Title?.For(request.Language) ?? p.Name}{(p.Unit is null ? "" : $" ({p.Unit})")}</th>"));
        var rows = features.Select(f => Html.Of($"""
            <tr><th scope="row"><a href="{request.Addresses.To(PathOf(layer, f), "html")}">{f.Id}</a></th>{output.Properties.Select((_, i) => Html.Of($"<td>{GeoJsonWriter.Text(output.ValueOf(f, i))}</td>"))}<td>{output.GeometryOf(f)?.GeometryType}</td></tr>
            """));
        return Html.Of($"""
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">id</th>{heads}<th scope="col">{Say(request, "Hình học", "Geometry")}</th></tr></thead>
            <tbody>{rows}</tbody>
            </table></div>
            """);
    }

    /// <summary>The address of the features of this page for the map: all of them in CRS84, with their geometry and names.</summary>
    private static string OnTheMap(ApiRequest request, ItemsQuery query)
    {
        var whole = PropertySelection.Parameters.Where(n => n != "zoom-level").Append("crs").Select(n => (n, (string?)null));
        return request.Addresses.With([.. whole, ("f", "json"), ("cursor", query.CursorIn(CoordinateSystems.Crs84)), ("limit", query.PageSize.ToString(CultureInfo.InvariantCulture))]);
    }

    /// <summary>Whatever the layer can be had as, with the conditions of this page and without its place among the pages.</summary>
    private static IEnumerable<Link> Matching(ApiRequest request, Layer layer)
    {
        var pages = ItemsQuery.Parameters.Except(ItemsQuery.ConditionParameters).Select(n => (n, (string?)null)).ToList();
        return FeatureForms.OfLayers.Select(f => new Link(request.Addresses.At(DownloadEndpoint.PathOf(layer.Id), [.. pages, ("f", f.Key)]), "enclosure", f.MediaType));
    }

    private static string PathOf(Layer layer, Feature feature) => string.Create(CultureInfo.InvariantCulture, $"{CollectionDescription.PathOf(layer.Id)}/items/{feature.Id}");

    private static (string, string) ItemsCrumb(ApiRequest request, Layer layer) =>
        (request.Addresses.To($"{CollectionDescription.PathOf(layer.Id)}/items", "html"), Say(request, "Các đối tượng", "Features"));

    private static string GeometryText(Feature feature, FeatureOutput output)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            GeoJsonWriter.WriteGeometry(json, output.GeometryOf(feature), output.Positions);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
