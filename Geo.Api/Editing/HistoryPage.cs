using System.Globalization;
using System.Text.Json;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Editing;

/// <summary>The history for people: one row for each change, with the values that it changed.</summary>
internal static class HistoryPage
{
    public static byte[] Render(ApiRequest request, Layer layer, long? featureId, IReadOnlyList<FeatureChange> entries, IReadOnlyList<Link> links)
    {
        var rows = entries.Select(e => Html.Of($"""
            <tr><th scope="row"><a href="{request.Addresses.To(string.Create(CultureInfo.InvariantCulture, $"{CollectionDescription.PathOf(layer.Id)}/items/{e.FeatureId}/history"), "html")}">{e.FeatureId}</a></th><td>{KindOf(request, e.Kind)}</td><td>{e.Editor}</td><td>{e.Moment.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}</td><td class="number">{e.Revision}</td><td>{Differences(request, e)}</td></tr>
            """));
        var next = links.Where(l => l.Rel == "next").Select(l => Html.Of($"<p><a href=\"{l.Href}\" rel=\"next\">{l.Title}</a></p>"));
        var title = featureId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{layer.Definition.Title.For(request.Language)} {id}") : layer.Definition.Title.For(request.Language);
        (string, string)[] trail = [.. CollectionPages.Trail(request), CollectionPages.CollectionsCrumb(request), CollectionPages.Crumb(request, layer.Definition)];
        return HtmlPage.Render(request, $"{title}: {Say(request, "lịch sử sửa đổi", "history of edits")}", trail, links, Html.Of($"""
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">id</th><th scope="col">{Say(request, "Việc", "Change")}</th><th scope="col">{Say(request, "Người sửa", "Editor")}</th><th scope="col">{Say(request, "Lúc (UTC)", "Moment (UTC)")}</th><th scope="col">{Say(request, "Phiên bản", "Revision")}</th><th scope="col">{Say(request, "Trước → sau", "Before → after")}</th></tr></thead>
            <tbody>{rows}</tbody>
            </table></div>
            {next}
            """));
    }

    private static string KindOf(ApiRequest request, FeatureChangeKind kind) => kind switch
    {
        FeatureChangeKind.Created => Say(request, "thêm", "created"),
        FeatureChangeKind.Replaced => Say(request, "sửa", "replaced"),
        _ => Say(request, "xóa", "deleted"),
    };

    private static IEnumerable<Html> Differences(ApiRequest request, FeatureChange entry)
    {
        if (!Equals(entry.Before?.Geometry?.AsText(), entry.After?.Geometry?.AsText()))
            yield return Html.Of($"<div>{Say(request, "hình học", "geometry")}: {entry.Before?.Geometry?.GeometryType} → {entry.After?.Geometry?.GeometryType}</div>");
        var (before, after) = (Values(entry.Before), Values(entry.After));
        foreach (var name in before.Keys.Union(after.Keys))
        {
            var (was, now) = (before.GetValueOrDefault(name, ""), after.GetValueOrDefault(name, ""));
            if (was != now)
                yield return Html.Of($"<div><code>{name}</code>: {was} → {now}</div>");
        }
    }

    private static Dictionary<string, string> Values(FeatureVersion? version)
    {
        if (version is null)
            return [];
        using var json = JsonDocument.Parse(version.ValuesJson);
        return json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal);
    }
}
