using Geo.Api.Http;
using Geo.Engine.Features;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Landing;

/// <summary>The landing page for people: what there is, and where a newcomer begins.</summary>
internal static class LandingPage
{
    /// <summary>Where the parts of the service lie, with what people do there; those that the service links to are shown.</summary>
    private static readonly (string Path, BilingualText Title, BilingualText Text)[] Parts =
    [
        ("/collections", Texts.Collections, new("Xem trên bản đồ, lọc, sắp xếp và tải về theo nhiều định dạng và hệ tọa độ.", "See them on a map, filter and sort them, download them in several formats and coordinate systems.")),
        ("/grids", Texts.Grids, new("Độ thích hợp, phân hạng và dữ liệu nền dạng ảnh, tải về GeoTIFF.", "Suitability, classes and base data as images; download as GeoTIFF.")),
        ("/scenarios", Texts.Scenarios, new("Tiêu chí, trọng số và ràng buộc đứng sau các vùng đề xuất.", "The criteria, weights and constraints behind the proposed zones.")),
        ("/processes", Texts.Processes, new("Chạy kịch bản, so sánh kết quả, thống kê theo vùng, ngay trong trình duyệt.", "Run scenarios, compare results, count by zone, right in the browser.")),
        ("/api.html", Texts.ApiDocumentation, new("Cho người viết phần mềm: mọi địa chỉ và tham số.", "For those who write software: every address and parameter.")),
        ("/conformance", Texts.Conformance, new("Chuẩn nào được tuân theo, và phép kiểm thử nào giữ từng điều khoản.", "Which standards hold, and which test holds each clause.")),
    ];

    public static byte[] Render(ApiRequest request, LandingDocument document, bool hasMap)
    {
        var linked = document.Links.Select(l => new Uri(l.Href).AbsolutePath).ToHashSet(StringComparer.Ordinal);
        var root = new Uri(request.Addresses.Root).AbsolutePath.TrimEnd('/');
        var cards = Parts.Where(p => linked.Contains(root + p.Path)).Select(p => Html.Of($"""
            <li><h2><a href="{request.Addresses.To(p.Path, "html")}">{p.Title.For(request.Language)}</a></h2><p>{p.Text.For(request.Language)}</p></li>
            """));
        return HtmlPage.Render(request, document.Title, [], document.Links, Html.Of($"""
            <p>{document.Description}</p>
            {Map(request, hasMap)}
            <ul class="cards">
            {cards}
            <li><h2>{Say(request, "Mở trong QGIS", "Open in QGIS")}</h2>
            <p>{Say(request, "Lớp › Thêm lớp › Thêm lớp WFS / OGC API - Features › Mới, rồi dán địa chỉ này:", "Layer › Add Layer › Add WFS / OGC API - Features Layer › New, then paste this address:")}</p>
            <p><code>{request.Addresses.Root}/</code></p></li>
            </ul>
            """));
    }

    private static Html Map(ApiRequest request, bool hasMap) => hasMap
        ? Html.Of($"<p><a class=\"action\" href=\"{request.Addresses.Root}/#lang={request.Language}\">{Say(request, "Mở bản đồ quy hoạch", "Open the planners' map")}</a></p>")
        : Html.Of($"<p class=\"note\">{Say(request, "Bản đồ chưa được dựng: cài Node.js 20.19 trở lên rồi biên dịch lại. API vẫn hoạt động đầy đủ.", "The map was not built: install Node.js 20.19 or later and build again. The API works in full.")}</p>");
}
