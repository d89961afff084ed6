using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Tiles;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Tiles;

/// <summary>Tilesets and their pyramids for people.</summary>
internal static class TilesetPages
{
    public static byte[] Tilesets(ApiRequest request, TileSource source, IEnumerable<(string Href, string Text)> trail, IReadOnlyList<Link> links)
    {
        var rows = TileMatrixSet.All.Select(s => Html.Of($"""
            <tr><th scope="row"><a href="{source.AddressOf(request, $"/{s.Id}")}">{s.Id}</a></th><td>{s.System.Name}</td><td><code>{source.Template(request, s, "{tileMatrix}/{tileRow}/{tileCol}")}</code></td></tr>
            """));
        return Render(request, Say(request, "Ô vector", "Vector tiles"), trail, links, Html.Of($"""
            <p>{source.Title.For(request.Language)}</p>
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Hệ ô", "Tile matrix set")}</th><th scope="col">{Say(request, "Hệ tọa độ", "Coordinate system")}</th><th scope="col">{Say(request, "Địa chỉ", "Address")}</th></tr></thead>
            <tbody>{rows}</tbody>
            </table></div>
            """));
    }

    public static byte[] Tileset(ApiRequest request, TileSource source, TileMatrixSet set, IEnumerable<(string Href, string Text)> trail, IReadOnlyList<Link> links)
    {
        var layers = source.Layers.Select(l => Html.Of($"""
            <tr><th scope="row"><a href="{request.Addresses.To(CollectionDescription.PathOf(l.Id), "html")}">{l.Definition.Title.For(request.Language)}</a></th><td><code>{l.Id}</code></td><td>{l.Definition.GeometryKind.ToString()}</td></tr>
            """));
        return Render(request, TilesetDocuments.TitleOf(request, source, set), trail, links, Html.Of($"""
            <dl>
            <dt>{Say(request, "Hệ ô", "Tile matrix set")}</dt><dd><code>{set.Uri}</code></dd>
            <dt>{Say(request, "Hệ tọa độ", "Coordinate system")}</dt><dd><code>{set.System.Uri}</code></dd>
            <dt>{Say(request, "Địa chỉ", "Address")}</dt><dd><code>{source.Template(request, set, "{tileMatrix}/{tileRow}/{tileCol}")}</code></dd>
            <dt>XYZ</dt><dd><code>{source.Template(request, set, "{z}/{y}/{x}")}</code></dd>
            </dl>
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Lớp", "Layer")}</th><th scope="col">{Say(request, "Mã lớp", "Identifier")}</th><th scope="col">{Say(request, "Kiểu hình học", "Geometry")}</th></tr></thead>
            <tbody>{layers}</tbody>
            </table></div>
            """));
    }

    public static byte[] Pyramids(ApiRequest request, IReadOnlyList<Link> links)
    {
        var rows = TileMatrixSet.All.Select(s => Html.Of($"""
            <tr><th scope="row"><a href="{request.Addresses.To($"/tileMatrixSets/{s.Id}", "html")}">{s.Id}</a></th><td><code>{s.Uri}</code></td><td><code>{s.System.Uri}</code></td></tr>
            """));
        return Render(request, Texts.TileMatrixSets.For(request.Language), CollectionPages.Trail(request), links, Html.Of($"""
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Hệ ô", "Tile matrix set")}</th><th scope="col">URI</th><th scope="col">{Say(request, "Hệ tọa độ", "Coordinate system")}</th></tr></thead>
            <tbody>{rows}</tbody>
            </table></div>
            """));
    }

    public static byte[] Pyramid(ApiRequest request, TileMatrixSet set, IReadOnlyList<Link> links)
    {
        var rows = Enumerable.Range(0, set.MaxZoom + 1).Select(z => Html.Of($"""
            <tr><th scope="row">{z}</th><td class="number">{set.ScaleDenominator(z)}</td><td class="number">{set.CellSize(z)}</td><td class="number">{set.Columns(z)}</td><td class="number">{TileMatrixSet.Rows(z)}</td></tr>
            """));
        (string, string)[] trail = [.. CollectionPages.Trail(request), (request.Addresses.To("/tileMatrixSets", "html"), Texts.TileMatrixSets.For(request.Language))];
        return Render(request, set.Id, trail, links, Html.Of($"""
            <p><code>{set.Uri}</code></p>
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Mức", "Level")}</th><th scope="col">{Say(request, "Mẫu số tỷ lệ", "Scale denominator")}</th><th scope="col">{Say(request, "Cỡ điểm ảnh", "Pixel size")}</th><th scope="col">{Say(request, "Số cột", "Columns")}</th><th scope="col">{Say(request, "Số hàng", "Rows")}</th></tr></thead>
            <tbody>{rows}</tbody>
            </table></div>
            """));
    }
}
