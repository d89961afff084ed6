namespace Geo.Api.Http;

/// <summary>Markup that is safe to send: whatever was put into it as text has been escaped.</summary>
/// <param name="Markup">The markup.</param>
internal readonly record struct Html(string Markup)
{
    /// <summary>Markup from an interpolated string: its literal parts stand as they are, its holes are escaped unless they are markup themselves.</summary>
    public static Html Of(ref HtmlInterpolation parts) => new(parts.ToMarkup());

    public override string ToString() => Markup;
}
