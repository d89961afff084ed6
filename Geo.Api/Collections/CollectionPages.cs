using Geo.Api.Http;
using Geo.Api.Pages;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Collections;

/// <summary>Collections for people.</summary>
internal static class CollectionPages
{
    public static byte[] List(ApiRequest request, CollectionListDocument list)
    {
        var rows = list.Collections.Select(c => Html.Of($"""
            <tr><th scope="row"><a href="{request.Addresses.To(CollectionDescription.PathOf(c.Id), "html")}">{c.Title}</a><br><code>{c.Id}</code></th><td>{c.Description}</td><td class="number">{c.ItemCount}</td><td>{Badge(c.Provenance)}</td><td>{c.Provenance.Licence}</td><td><a href="{request.Addresses.To(CollectionDescription.PathOf(c.Id) + "/items", "html")}">{Say(request, "xem", "view")}</a> <a href="{request.Addresses.To(CollectionDescription.PathOf(c.Id) + "/items", "json")}">GeoJSON</a></td></tr>
            """));
        return Render(request, Texts.Collections.For(request.Language), Trail(request), list.Links, Html.Of($"""
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Lớp", "Layer")}</th><th scope="col">{Say(request, "Mô tả", "Description")}</th><th scope="col">{Say(request, "Số đối tượng", "Features")}</th><th scope="col">{Say(request, "Độ tin cậy", "Status")}</th><th scope="col">{Say(request, "Giấy phép", "Licence")}</th><th scope="col">{Say(request, "Dữ liệu", "Data")}</th></tr></thead>
            <tbody>{rows}</tbody>
            </table></div>
            """));
    }

    public static byte[] One(ApiRequest request, CollectionDocument collection, Layer layer)
    {
        var columns = layer.Definition.Properties.Select(p => Html.Of($"""
            <tr><th scope="row"><code>{p.Name}</code></th><td>{p.Title?.For(request.Language)}</td><td>{LayerSchema.TypeOf(p.Type)} {LayerSchema.FormatOf(p.Type)}</td><td>{p.Unit}</td></tr>
            """));
        return Render(request, collection.Title, [.. Trail(request), CollectionsCrumb(request)], collection.Links, Html.Of($"""
            <p>{collection.Description}</p>
            <p>{Badge(collection.Provenance)}</p>
            {PageMap.OfLayer(request, layer)}
            <p><a class="action" href="{request.Addresses.To(CollectionDescription.PathOf(collection.Id) + "/items", "html")}">{Say(request, "Xem, lọc và sắp xếp các đối tượng", "See, filter and sort the features")}</a></p>
            <dl>
            <dt>{Say(request, "Mã lớp", "Identifier")}</dt><dd><code>{collection.Id}</code></dd>
            <dt>{Say(request, "Số đối tượng", "Features")}</dt><dd>{collection.ItemCount}</dd>
            <dt>{Say(request, "Kiểu hình học", "Geometry")}</dt><dd>{collection.GeometryType}</dd>
            <dt>{Say(request, "Phạm vi", "Extent")}</dt><dd>{ExtentText(collection.Extent)}</dd>
            <dt>{Say(request, "Hệ tọa độ lưu trữ", "Stored coordinate system")}</dt><dd><code>{collection.StorageCrs}</code></dd>
            <dt>{Say(request, "Các hệ tọa độ", "Coordinate systems")}</dt>{CoordinateSystems.All.Select(s => Html.Of($"<dd>{CrsWords.NameOf(s).For(request.Language)} ({CrsWords.AxesOf(s).For(request.Language)}) <code>{s.Uri}</code></dd>"))}
            {ProvenanceList(request, collection.Provenance)}
            </dl>
            {Downloads.Of(request, collection.Id, collection.Links.Where(l => l.Rel == "enclosure"), Say(request, "Cả lớp trong một tệp.", "The whole layer in one file."))}
            <h2>{Say(request, "Các cột", "Columns")}</h2>
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Tên", "Name")}</th><th scope="col">{Say(request, "Nghĩa", "Meaning")}</th><th scope="col">{Say(request, "Kiểu", "Type")}</th><th scope="col">{Say(request, "Đơn vị", "Unit")}</th></tr></thead>
            <tbody>{columns}</tbody>
            </table></div>
            """));
    }

    /// <summary>The status of data as a badge.</summary>
    public static Html Badge(ProvenanceDocument provenance) =>
        Html.Of($"<span class=\"badge {provenance.Status}\">{provenance.StatusText}</span>");

    /// <summary>Origin and trust as entries of a definition list.</summary>
    public static Html ProvenanceList(ApiRequest request, ProvenanceDocument provenance) => Html.Of($"""
        <dt>{Say(request, "Nguồn", "Source")}</dt><dd>{provenance.Source}</dd>
        <dt>{Say(request, "Ghi công", "Attribution")}</dt><dd>{provenance.Attribution}</dd>
        <dt>{Say(request, "Giấy phép", "Licence")}</dt><dd>{provenance.Licence}</dd>
        <dt>{Say(request, "Thời điểm dữ liệu", "Date of the data")}</dt><dd>{provenance.Date}</dd>
        """);

    /// <summary>The first page above all others.</summary>
    public static IEnumerable<(string Href, string Text)> Trail(ApiRequest request) =>
        [(request.Addresses.To("/", "html"), Texts.Home.For(request.Language))];

    /// <summary>The list of collections, as a page above one of them.</summary>
    public static (string Href, string Text) CollectionsCrumb(ApiRequest request) =>
        (request.Addresses.To("/collections", "html"), Texts.Collections.For(request.Language));

    /// <summary>A collection, as a page above one of its parts.</summary>
    public static (string Href, string Text) Crumb(ApiRequest request, LayerDefinition layer) =>
        (request.Addresses.To(CollectionDescription.PathOf(layer.Id), "html"), layer.Title.For(request.Language));

    private static string ExtentText(ExtentDocument? extent)
    {
        var box = extent?.Spatial is { } spatial ? string.Join(", ", spatial.Bbox[0].Select(n => GeoJsonWriter.Text(n))) : "";
        var times = extent?.Temporal is { } temporal ? string.Join(" / ", temporal.Interval[0].Select(t => t ?? "..")) : "";
        return string.Join("; ", new[] { box, times }.Where(t => t.Length > 0));
    }
}
