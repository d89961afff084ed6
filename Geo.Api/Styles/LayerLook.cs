using Geo.Engine.Features;

namespace Geo.Api.Styles;

/// <summary>How a layer is drawn: in one colour, or each of its classes in one of its own.</summary>
/// <param name="Property">The property that tells the class; null where all features look the same.</param>
/// <param name="Entries">Value, colour and text of each class; of a layer in one colour a single one without value.</param>
internal sealed record LayerLook(string? Property, IReadOnlyList<LayerLook.Entry> Entries)
{
    private const string ZonesPrefix = "zones-";
    private const string ClassProperty = "class";

    private static readonly Dictionary<string, BilingualText> ClassTitles = new()
    {
        ["S1"] = new("Rất thích hợp (S1)", "Highly suitable (S1)"),
        ["S2"] = new("Thích hợp (S2)", "Moderately suitable (S2)"),
        ["S3"] = new("Ít thích hợp (S3)", "Marginally suitable (S3)"),
        ["N"] = new("Không thích hợp (N)", "Not suitable (N)"),
    };

    /// <summary>The colour of a value that is in no class.</summary>
    public static string OtherColour => MapColours.Of("other");

    /// <summary>The look of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="classes">Legend of the grid of classes of its theme, so that zones and grid agree; empty where there is none.</param>
    public static LayerLook Of(LayerDefinition layer, IReadOnlyList<LegendEntry> classes) => ThemeOf(layer) is null
        ? new(null, [new(null, MapColours.OfLayer(layer.Id), layer.Title)])
        : new(ClassProperty, [.. MapColours.Classes.Select((c, i) => OfClass(c.Class, classes.FirstOrDefault(e => e.From == i + 1) ?? new(i + 1, i + 1, c.Colour, ClassTitles[c.Class])))]);

    /// <summary>The theme whose zones a layer holds; null for other layers.</summary>
    public static string? ThemeOf(LayerDefinition layer) =>
        layer.Id.StartsWith(ZonesPrefix, StringComparison.Ordinal) && layer.Properties.Any(p => p is { Name: ClassProperty, Type: PropertyType.Text }) ? layer.Id[ZonesPrefix.Length..] : null;

    private static Entry OfClass(string value, LegendEntry entry) => new(value, entry.Colour, entry.Label);

    /// <summary>One class.</summary>
    internal sealed record Entry(string? Value, string Colour, BilingualText Label);
}
