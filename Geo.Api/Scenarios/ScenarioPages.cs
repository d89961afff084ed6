using Geo.Api.Collections;
using Geo.Api.Http;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Scenarios;

/// <summary>Scenarios for people.</summary>
internal static class ScenarioPages
{
    public static byte[] List(ApiRequest request, ScenarioListDocument list)
    {
        var items = list.Scenarios.Select(s => Html.Of($"""
            <li><a href="{request.Addresses.To(ScenarioDescription.PathOf(s.Id), "html")}">{s.Title}</a> <code>{s.Id}</code><br>{s.Description} {string.Join("; ", s.Problems ?? [])}</li>
            """));
        return Render(request, Texts.Scenarios.For(request.Language), CollectionPages.Trail(request), list.Links, Html.Of($"<ul>{items}</ul>"));
    }

    public static byte[] One(ApiRequest request, ScenarioDocument scenario)
    {
        (string, string)[] trail = [.. CollectionPages.Trail(request), (request.Addresses.To("/scenarios", "html"), Texts.Scenarios.For(request.Language))];
        return Render(request, scenario.Title, trail, scenario.Links, Html.Of($"""
            <p>{scenario.Description}</p>
            <dl>
            <dt>{Say(request, "Mã kịch bản", "Identifier")}</dt><dd><code>{scenario.Id}</code></dd>
            <dt>{Say(request, "Vùng nghiên cứu", "Study area")}</dt><dd>{scenario.StudyAreaLayer}</dd>
            <dt>{Say(request, "Lưới", "Grid")}</dt><dd>{scenario.Grid.Crs}: {scenario.Grid.Columns} × {scenario.Grid.Rows}, {scenario.Grid.CellSizeMetres} m</dd>
            <dt>{Say(request, "Lớp đầu vào", "Input layers")}</dt><dd>{string.Join(", ", scenario.Layers)}</dd>
            </dl>
            {scenario.Themes.Select(t => Theme(request, t))}
            """));
    }

    private static Html Theme(ApiRequest request, ScenarioDocument.ThemeText theme)
    {
        var criteria = theme.Criteria.Select(c => Html.Of($"""
            <tr><th scope="row">{c.Title}</th><td class="number">{c.Weight?.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture) ?? Say(request, "từ dữ liệu", "from the data")}</td><td><code>{c.Measure.ToJsonString()}</code> {c.Unit}</td><td><code>{c.Membership.ToJsonString()}</code></td><td>{Evidence(request, c.Source, c.IsStartingValue)}</td></tr>
            """));
        var constraints = theme.Constraints.Select(c => Html.Of($"""
            <tr><th scope="row">{c.Title}</th><td><code>{c.Rule.ToJsonString()}</code></td><td>{c.LegalSource}</td><td>{Evidence(request, c.Source, c.IsStartingValue)}</td></tr>
            """));
        return Html.Of($"""
            <h2>{theme.Title}</h2>
            <p>{Say(request, "Gộp", "Combination")}: <code>{theme.Combination.ToJsonString()}</code>, {Say(request, "trọng số", "weights")}: {theme.Weighting}. S1 ≥ {theme.Classes.S1}, S2 ≥ {theme.Classes.S2}, S3 ≥ {theme.Classes.S3}. {Say(request, "Diện tích vùng tối thiểu", "Smallest zone")}: {theme.Zones.MinAreaHectares} ha.</p>
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Tiêu chí", "Criterion")}</th><th scope="col">{Say(request, "Trọng số", "Weight")}</th><th scope="col">{Say(request, "Đo", "Measure")}</th><th scope="col">{Say(request, "Hàm thuộc", "Membership")}</th><th scope="col">{Say(request, "Nguồn", "Source")}</th></tr></thead>
            <tbody>{criteria}</tbody>
            </table></div>
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Ràng buộc", "Constraint")}</th><th scope="col">{Say(request, "Quy tắc", "Rule")}</th><th scope="col">{Say(request, "Căn cứ pháp lý", "Legal source")}</th><th scope="col">{Say(request, "Nguồn", "Source")}</th></tr></thead>
            <tbody>{constraints}</tbody>
            </table></div>
            """);
    }

    private static string Evidence(ApiRequest request, string? source, bool isStartingValue) =>
        isStartingValue ? $"{source} ({Say(request, "giá trị khởi đầu", "starting value")})" : source ?? "";
}
