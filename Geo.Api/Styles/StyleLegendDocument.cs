using System.Text.Json.Serialization;
using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Styles;

/// <summary>What the colours of a style mean.</summary>
/// <param name="Property">The property that tells the class; null where all features look the same.</param>
internal sealed record StyleLegendDocument(
    string Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Property,
    IReadOnlyList<StyleLegendDocument.LegendClass> Entries,
    IReadOnlyList<Link> Links)
{
    /// <summary>The legend of a look.</summary>
    public static StyleLegendDocument Of(ApiRequest request, BilingualText title, LayerLook look, IReadOnlyList<Link> links) => new(
        title.For(request.Language), look.Property, [.. look.Entries.Select(e => new LegendClass(e.Value, e.Colour, e.Label.For(request.Language), e.Label.Vi, e.Label.En))], links);

    /// <summary>One class, with its text in the language of the answer and in both.</summary>
    internal sealed record LegendClass([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Value, string Colour, string Label, string LabelVi, string LabelEn);
}
