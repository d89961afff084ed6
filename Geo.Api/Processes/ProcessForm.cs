using System.Globalization;
using System.Text.Json.Nodes;
using Geo.Api.Http;
using Geo.Api.Pages;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Processes;

/// <summary>
/// A form made from the description of a process. The execution takes JSON and keeps its word of a job, which a plain form cannot send: until the script of the
/// pages has come, the fields are disabled and the page says what is needed.
/// </summary>
internal static class ProcessForm
{
    public static Html Render(ApiRequest request, ProcessDescription process)
    {
        var execution = request.Addresses.Root + $"{ProcessDocuments.PathOf(process.Id)}/execution";
        return Html.Of($"""
            <form class="run" data-process="" data-execution="{execution}" data-outputs="{string.Join(' ', process.Outputs.Select(o => o.Name))}" aria-labelledby="run">
            <h2 id="run">{Say(request, "Chạy", "Run")}</h2>
            <noscript><p class="note">{Say(request, "Biểu mẫu này cần JavaScript, vì quy trình nhận JSON bằng POST. Không có JavaScript, hãy gửi bằng một chương trình tới", "This form needs JavaScript, since processes take JSON by POST. Without it, send the inputs with a program to")} <code>{execution}</code></p></noscript>
            <fieldset class="bare" disabled="" data-needs-script="">
            <div class="fields">
            {process.Inputs.Select(i => Field(request, i))}
            {Key(request)}
            </div>
            {(process.Inputs.Any(i => i.Kind is InputKind.Box) ? PageMap.OfGround(request) : default)}
            <p><button type="submit" data-run="">{Say(request, "Chạy", "Run")}</button> <button type="button" disabled="" data-cancel="">{Say(request, "Hủy", "Cancel")}</button></p>
            </fieldset>
            <ul class="faults" role="alert" hidden="" data-faults=""></ul>
            <div hidden="" data-progress=""><progress max="100" value="0" aria-label="{Say(request, "Tiến độ", "Progress")}" data-bar=""></progress><p role="status" data-message=""></p></div>
            <div hidden="" data-results=""><h3>{Say(request, "Kết quả", "Results")}</h3><ul data-links=""></ul><div data-drawn=""></div></div>
            {PageMap.OfResults(request)}
            </form>
            {PageScript.Of(request)}
            """);
    }

    private static Html Field(ApiRequest request, ProcessInput input)
    {
        var field = new FormField(input.Name, Label(request, input))
        {
            Hint = input.Description.For(request.Language),
            Attributes = Html.Of($"data-kind=\"{KindOf(input.Kind)}\"{(input.MinOccurs > 0 ? Html.Of($" required=\"\"") : default)}{(input.MaxOccurs > 1 ? Html.Of($" data-many=\"\"") : default)}"),
        };
        if (input.MaxOccurs > 1)
            return (field with { Hint = $"{field.Hint} {Say(request, "Mỗi dòng một giá trị.", "One value on each line.")}" }).TextArea("");
        return Control(request, field, input);
    }

    private static Html Control(ApiRequest request, FormField field, ProcessInput input) => input.Kind switch
    {
        InputKind.Text { Words: { Count: > 0 } words } => field.Select(Choices(input, words.Select(w => (w, w))), Default(input)),
        InputKind.Text text => (field with { Attributes = Html.Of($"{field.Attributes} maxlength=\"{text.MostCharacters}\"") }).Input("text", Default(input)),
        InputKind.Number number => (field with { Attributes = Html.Of($"{field.Attributes} min=\"{number.Least}\" max=\"{number.Most}\" step=\"{(number.IsWhole ? "1" : "any")}\"") }).Input("number", Default(input)),
        InputKind.Truth => field.Select(Choices(input, [("true", Say(request, "có", "yes")), ("false", Say(request, "không", "no"))]), Default(input)),
        InputKind.Box => (field with { Aid = FillFromMap(request, input), Hint = $"{field.Hint} {Say(request, "tây,nam,đông,bắc theo độ", "west,south,east,north in degrees")}" }).Input("text", ""),
        _ => field.TextArea(Default(input)),
    };

    private static Html FillFromMap(ApiRequest request, ProcessInput input) =>
        Html.Of($"<button type=\"button\" class=\"aid\" hidden=\"\" data-fill-box=\"field-{input.Name}\">{Say(request, "Lấy khung bản đồ", "Take the map's view")}</button>");

    private static Html Key(ApiRequest request) => new FormField("key", Say(request, "Khóa API", "API key"))
    {
        Hint = Say(request, "Chỉ khi cần quyền, ví dụ để công bố kết quả. Chỉ giữ trong thẻ trình duyệt này.", "Only where a role is needed, such as to publish results. Kept in this tab of the browser only."),
        Attributes = Html.Of($"autocomplete=\"off\" data-key=\"\""),
    }.Input("password", "");

    private static string Label(ApiRequest request, ProcessInput input)
    {
        var title = input.Title.For(request.Language);
        var unit = input.Kind is InputKind.Number { Unit: { } named } ? $"{title} ({named})" : title;
        return input.MinOccurs > 0 ? $"{unit} *" : unit;
    }

    private static IReadOnlyList<(string, string)> Choices(ProcessInput input, IEnumerable<(string, string)> words) =>
        input.MinOccurs > 0 || input.Default is not null ? [.. words] : [("", "–"), .. words];

    private static string Default(ProcessInput input) => input.Default switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.TryGetValue<double>(out var number) => number.ToString(CultureInfo.InvariantCulture),
        { } other => other.ToJsonString(),
    };

    private static string KindOf(InputKind kind) => kind switch
    {
        InputKind.Text or InputKind.Binary => "text",
        InputKind.Number => "number",
        InputKind.Truth => "boolean",
        InputKind.Box => "box",
        InputKind.AnyOf any when any.Kinds.Any(k => k is InputKind.Text) => "mixed",
        _ => "json",
    };
}
