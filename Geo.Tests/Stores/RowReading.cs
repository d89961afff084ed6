using Geo.Engine.Features;

namespace Geo.Tests.Stores;

/// <summary>Makes features of rows by nothing but what a row says of its bytes and values.</summary>
internal static class RowReading
{
    public static Feature Of(FeatureRow row, LayerDefinition layer) => new(
        row.Id,
        row.Wkb.IsEmpty ? null : CanonicalWkb.Read(row.Wkb, layer.System.Srid),
        [.. layer.Properties.Select((p, i) => row.IsNull(i) ? null : Value(row, i, p.Type))]);

    /// <summary>A text of all that a feature holds, to compare by.</summary>
    public static string Show(Feature feature) =>
        $"{feature.Id} {feature.Geometry?.SRID} {feature.Geometry?.AsText()} {string.Join('|', feature.Values.Select(v => FormattableString.Invariant($"{v?.GetType().Name} {Shown(v)}")))}";

    private static object? Shown(object? value) => value is DateTime moment ? $"{moment.Ticks} {moment.Kind}" : value;

    private static object Value(FeatureRow row, int property, PropertyType type) => type switch
    {
        PropertyType.Text => System.Text.Encoding.UTF8.GetString(row.Text(property)),
        PropertyType.Integer => row.Whole(property),
        PropertyType.Number => row.Number(property),
        PropertyType.Boolean => row.Truth(property),
        PropertyType.Date => row.Day(property),
        _ => row.Moment(property),
    };
}
