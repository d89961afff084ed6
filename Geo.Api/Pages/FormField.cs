using Geo.Api.Http;

namespace Geo.Api.Pages;

/// <summary>A labelled field of a form, with what is wrong with its value beside it.</summary>
/// <param name="Name">Name of the parameter; its id is <c>field-</c> and the name.</param>
/// <param name="Label">Label.</param>
internal sealed record FormField(string Name, string Label)
{
    /// <summary>What a reader should know before filling it in; null for nothing.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong with what was typed; null for nothing.</summary>
    public string? Fault { get; init; }

    /// <summary>Further attributes of the control.</summary>
    public Html Attributes { get; init; }

    /// <summary>What helps to fill it in, such as a button.</summary>
    public Html Aid { get; init; }

    /// <summary>Whether it takes the whole width.</summary>
    public bool IsWide { get; init; }

    /// <summary>A field of one line.</summary>
    /// <param name="type">Type of the input.</param>
    /// <param name="value">What stands in it.</param>
    public Html Input(string type, string? value) =>
        Around(Html.Of($"<input id=\"field-{Name}\" name=\"{Name}\" type=\"{type}\" value=\"{value}\"{Described} {Attributes}>"));

    /// <summary>A field of several lines.</summary>
    public Html TextArea(string? value) =>
        Around(Html.Of($"<textarea id=\"field-{Name}\" name=\"{Name}\" rows=\"3\" spellcheck=\"false\"{Described} {Attributes}>{value}</textarea>"));

    /// <summary>A choice.</summary>
    /// <param name="options">Values and what they are called, one of them <paramref name="value"/>, or else it is added.</param>
    /// <param name="value">The one chosen.</param>
    public Html Select(IReadOnlyList<(string Value, string Text)> options, string value)
    {
        IEnumerable<(string Value, string Text)> all = options.Any(o => o.Value == value) ? options : [.. options, (value, value)];
        return Around(Html.Of($"<select id=\"field-{Name}\" name=\"{Name}\"{Described} {Attributes}>{all.Select(o => Option(o.Value, o.Text, o.Value == value))}</select>"));
    }

    private static Html Option(string value, string text, bool isChosen) => isChosen
        ? Html.Of($"<option value=\"{value}\" selected=\"\">{text}</option>")
        : Html.Of($"<option value=\"{value}\">{text}</option>");

    private Html Described => (Hint, Fault) switch
    {
        (null, null) => Html.Of($""),
        (_, null) => Html.Of($" aria-describedby=\"hint-{Name}\""),
        (null, _) => Html.Of($" aria-describedby=\"fault-{Name}\" aria-invalid=\"true\""),
        _ => Html.Of($" aria-describedby=\"fault-{Name} hint-{Name}\" aria-invalid=\"true\""),
    };

    private Html Around(Html control)
    {
        var fault = Fault is null ? Html.Of($"") : Html.Of($"<p class=\"fault\" id=\"fault-{Name}\">{Fault}</p>");
        var hint = Hint is null ? Html.Of($"") : Html.Of($"<p class=\"hint\" id=\"hint-{Name}\">{Hint}</p>");
        var width = IsWide ? "field whole" : "field";
        return Html.Of($"<div class=\"{width}\"><label for=\"field-{Name}\">{Label}</label>{control}{fault}{hint}{Aid}</div>");
    }
}
