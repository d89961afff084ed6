using Geo.Api.Collections;
using Geo.Api.Http;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Tiles;

/// <summary>Grids for people.</summary>
internal static class GridPages
{
    public static byte[] List(ApiRequest request, GridListDocument list)
    {
        var rows = list.Grids.Select(g => Html.Of($"""
            <tr><th scope="row"><a href="{request.Addresses.To(GridDescription.PathOf(g.Id), "html")}">{g.Title}</a><br><code>{g.Id}</code></th><td>{g.Description}</td><td>{g.Unit}</td><td>{CollectionPages.Badge(g.Provenance)}</td><td>{g.Provenance.Licence}</td><td><a href="{request.Addresses.To(GridDescription.PathOf(g.Id) + ".tif")}">GeoTIFF</a></td></tr>
            """));
        return Render(request, Texts.Grids.For(request.Language), CollectionPages.Trail(request), list.Links, Html.Of($"""
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Lưới", "Grid")}</th><th scope="col">{Say(request, "Mô tả", "Description")}</th><th scope="col">{Say(request, "Đơn vị", "Unit")}</th><th scope="col">{Say(request, "Độ tin cậy", "Status")}</th><th scope="col">{Say(request, "Giấy phép", "Licence")}</th><th scope="col">{Say(request, "Tải về", "Download")}</th></tr></thead>
            <tbody>{rows}</tbody>
            </table></div>
            """));
    }

    public static byte[] One(ApiRequest request, GridDocument grid)
    {
        var legend = grid.Legend.Select(e => Html.Of($"""
            <tr><td><svg class="swatch" viewBox="0 0 1 1" aria-hidden="true"><rect width="1" height="1" fill="{e.Colour}"/></svg> <code>{e.Colour}</code></td><td class="number">{e.From}</td><td class="number">{e.To}</td><td>{e.Label}</td></tr>
            """));
        (string, string)[] trail = [.. CollectionPages.Trail(request), (request.Addresses.To("/grids", "html"), Texts.Grids.For(request.Language))];
        return Render(request, grid.Title, trail, grid.Links, Html.Of($"""
            <p>{grid.Description}</p>
            <p>{CollectionPages.Badge(grid.Provenance)}</p>
            <dl>
            <dt>{Say(request, "Mã lưới", "Identifier")}</dt><dd><code>{grid.Id}</code></dd>
            <dt>{Say(request, "Đơn vị", "Unit")}</dt><dd>{grid.Unit}</dd>
            <dt>{Say(request, "Phạm vi", "Extent")}</dt><dd>{string.Join(", ", grid.Bounds.Select(b => GeoJsonWriter.Text(b)))}</dd>
            <dt>{Say(request, "Ô ảnh XYZ", "XYZ tiles")}</dt><dd><code>{grid.Tiles[0]}</code></dd>
            {CollectionPages.ProvenanceList(request, grid.Provenance)}
            </dl>
            <h2>{Say(request, "Chú giải", "Legend")}</h2>
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Màu", "Colour")}</th><th scope="col">{Say(request, "Từ", "From")}</th><th scope="col">{Say(request, "Đến", "To")}</th><th scope="col">{Say(request, "Nghĩa", "Meaning")}</th></tr></thead>
            <tbody>{legend}</tbody>
            </table></div>
            """));
    }
}
