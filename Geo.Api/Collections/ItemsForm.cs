using Geo.Api.Http;
using Geo.Api.Pages;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Collections;

/// <summary>
/// The parameters of a page of features as a form. It is a plain GET form of those very parameters; the script of the pages only helps to write
/// a filter and takes the box from the map.
/// </summary>
internal static class ItemsForm
{
    /// <summary>Parameters that say where in the pages one is, which a new question leaves behind.</summary>
    private static readonly string[] Places = ["cursor", "offset", "resultType"];

    private static readonly string[] FormAndLanguage = ["f", "lang"];

    /// <summary>Names of parameters that a form has sent empty, which is its way of not giving them.</summary>
    public static IReadOnlyList<string> LeftEmpty(ApiRequest request) =>
        [.. request.Http.Request.Query.Where(q => q.Value is [""] or [null] && ItemsQuery.Parameters.Contains(q.Key, StringComparer.Ordinal)).Select(q => q.Key)];

    /// <summary>The form with what was asked for in it and, beside each field, what is wrong with it.</summary>
    public static Html Render(ApiRequest request, LayerDefinition layer) => Html.Of($"""
        <form class="filter" method="get" action="{request.Addresses.Root}{CollectionDescription.PathOf(layer.Id)}/items" aria-labelledby="filter">
        <h2 id="filter">{Say(request, "Lọc và sắp xếp", "Filter and sort")}</h2>
        {Hidden(request)}
        <div class="fields">
        {Own(request, layer).Concat(Kept(request, layer))}
        </div>
        {FilterConditions.Render(request, layer)}
        {FilterField(request, layer)}
        <p><button type="submit">{Say(request, "Áp dụng", "Apply")}</button> <a href="{request.Addresses.To(CollectionDescription.PathOf(layer.Id) + "/items", "html")}">{Say(request, "Bỏ mọi điều kiện", "Clear all")}</a></p>
        </form>
        """);

    private static IEnumerable<Html> Own(ApiRequest request, LayerDefinition layer)
    {
        yield return Field(request, "q", Say(request, "Tìm từ", "Words"), Say(request, "Không cần dấu, không phân biệt hoa thường.", "Accents and case do not matter.")).Input("search", request.Parameter("q"));
        if (layer.GeometryKind != GeometryKind.None)
            yield return Box(request);
        if (layer.TimeStartProperty is not null)
            yield return Field(request, "datetime", Say(request, "Thời gian", "Time"), Say(request, "2025-07-01 hoặc 2020-01-01/2025-07-01; .. là không giới hạn.", "2025-07-01 or 2020-01-01/2025-07-01; .. is open.")).Input("text", request.Parameter("datetime"));
        yield return Field(request, "sortby", Say(request, "Sắp xếp theo", "Sort by")).Select(Orders(request, layer), request.Parameter("sortby")?.Replace(' ', '+') ?? "");
        var limit = Field(request, "limit", Say(request, "Số đối tượng mỗi trang", "Features on a page")) with { Attributes = Html.Of($"min=\"1\" max=\"1000\" placeholder=\"{request.Options.DefaultPageSize}\"") };
        yield return limit.Input("number", request.Parameter("limit"));
        yield return CrsField(request);
    }

    /// <summary>The choice of a coordinate system.</summary>
    public static Html CrsField(ApiRequest request) =>
        Field(request, "crs", Say(request, "Hệ tọa độ", "Coordinate system")).Select(
            [.. CoordinateSystems.All.Select(s => (s.Uri, $"{CrsWords.NameOf(s).For(request.Language)} · {CrsWords.AxesOf(s).For(request.Language)} · {s.Code}"))],
            request.Parameter("crs") ?? CoordinateSystems.Crs84.Uri);

    /// <summary>Form and language, where they were asked for by name.</summary>
    public static IEnumerable<Html> Hidden(ApiRequest request) =>
        FormAndLanguage.Where(n => request.Parameter(n) is not null).Select(n => Html.Of($"<input type=\"hidden\" name=\"{n}\" value=\"{request.Parameter(n)}\">"));

    private static Html Box(ApiRequest request)
    {
        var field = Field(request, "bbox", Say(request, "Trong khung", "Within a box"), Say(request, "tây,nam,đông,bắc theo độ, ví dụ 105.5,9.2,106.4,9.98", "west,south,east,north in degrees, such as 105.5,9.2,106.4,9.98"));
        var fromMap = Html.Of($"<button type=\"button\" class=\"aid\" hidden=\"\" data-fill-box=\"field-bbox\">{Say(request, "Lấy khung bản đồ", "Take the map's view")}</button>");
        return (field with { Aid = fromMap }).Input("text", request.Parameter("bbox"));
    }

    private static Html FilterField(ApiRequest request, LayerDefinition layer)
    {
        var field = Field(request, "filter", Say(request, "Bộ lọc (CQL2)", "Filter (CQL2)"), Example(request, layer)) with { IsWide = true };
        return field.TextArea(request.Parameter("filter"));
    }

    /// <summary>Parameters that have no field of their own but were given: they are kept, and can be seen and changed.</summary>
    private static IEnumerable<Html> Kept(ApiRequest request, LayerDefinition layer)
    {
        string[] own = ["q", "bbox", "sortby", "limit", "crs", "filter", .. layer.TimeStartProperty is null ? Array.Empty<string>() : ["datetime"], .. Places];
        var known = ItemsQuery.Parameters.Concat(ItemsQuery.Filterable(layer).Select(p => p.Name)).Except(own);
        return known.Where(n => request.Parameter(n) is not null).Select(n => Field(request, n, n).Input("text", request.Parameter(n)));
    }

    private static List<(string Value, string Text)> Orders(ApiRequest request, LayerDefinition layer)
    {
        List<(string, string)> orders = [("", Say(request, "mã đối tượng", "identifier"))];
        foreach (var property in layer.Properties)
        {
            var title = property.Title?.For(request.Language) ?? property.Name;
            orders.Add((property.Name, $"{title} ↑"));
            orders.Add(($"-{property.Name}", $"{title} ↓"));
        }
        return orders;
    }

    private static string? Example(ApiRequest request, LayerDefinition layer)
    {
        if (layer.Properties.Count == 0)
            return null;
        var names = string.Join(", ", layer.Properties.Select(p => p.Name));
        return Say(request, $"Ví dụ: \"{layer.Properties[0].Name}\" IS NOT NULL. Thuộc tính: {names}.", $"Such as: \"{layer.Properties[0].Name}\" IS NOT NULL. Properties: {names}.");
    }

    private static FormField Field(ApiRequest request, string name, string label, string? hint = null) =>
        new(name, label) { Hint = hint, Fault = request.Faults.FirstOrDefault(f => f.Parameter == name)?.Told.For(request.Language) };
}
