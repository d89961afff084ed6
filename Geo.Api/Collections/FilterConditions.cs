using Geo.Api.Http;
using Geo.Api.Pages;
using Geo.Engine.Features;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Collections;

/// <summary>
/// Choices of property, operator and value that the script of the pages turns into CQL2 for the field <c>filter</c>; hidden without it. They have
/// no names, so that a form never sends them.
/// </summary>
internal static class FilterConditions
{
    private static readonly (string Key, BilingualText Text)[] Operators =
    [
        ("eq", new("bằng", "is")), ("ne", new("khác", "is not")), ("lt", new("nhỏ hơn", "less than")), ("le", new("nhỏ hơn hoặc bằng", "at most")),
        ("ge", new("lớn hơn hoặc bằng", "at least")), ("gt", new("lớn hơn", "more than")), ("contains", new("chứa", "contains")), ("starts", new("bắt đầu bằng", "starts with")),
        ("true", new("là đúng", "is true")), ("false", new("là sai", "is false")), ("null", new("để trống", "is missing")), ("notnull", new("không để trống", "is there")),
    ];

    public static Html Render(ApiRequest request, LayerDefinition layer)
    {
        if (layer.Properties.Count == 0)
            return Html.Of($"");
        var properties = layer.Properties.Select(p => Html.Of($"<option value=\"{p.Name}\" data-kind=\"{KindOf(p.Type)}\">{TextOf(request, p)}</option>"));
        var operators = Operators.Select(o => Html.Of($"<option value=\"{o.Key}\">{o.Text.For(request.Language)}</option>"));
        return Html.Of($"""
            <fieldset class="conditions" hidden="" data-conditions="">
            <legend>{Say(request, "Thêm điều kiện vào bộ lọc", "Add a condition to the filter")}</legend>
            <label>{Say(request, "Thuộc tính", "Property")} <select data-property="">{properties}</select></label>
            <label>{Say(request, "So sánh", "Comparison")} <select data-operator="">{operators}</select></label>
            <label>{Say(request, "Giá trị", "Value")} <input type="text" data-value=""></label>
            <label>{Say(request, "Nối bằng", "Joined by")} <select data-join=""><option value="AND">{Say(request, "và", "and")}</option><option value="OR">{Say(request, "hoặc", "or")}</option></select></label>
            <button type="button" data-add="">{Say(request, "Thêm", "Add")}</button>
            </fieldset>
            {PageScript.Of(request)}
            """);
    }

    private static string TextOf(ApiRequest request, PropertyDefinition property)
    {
        var title = property.Title?.For(request.Language) ?? property.Name;
        return property.Type == PropertyType.DateTime ? $"{title} (UTC)" : property.Unit is { } unit ? $"{title} ({unit})" : title;
    }

    private static string KindOf(PropertyType type) => type switch
    {
        PropertyType.Integer or PropertyType.Number => "number",
        PropertyType.Boolean => "boolean",
        PropertyType.Date => "date",
        PropertyType.DateTime => "datetime",
        _ => "text",
    };
}
