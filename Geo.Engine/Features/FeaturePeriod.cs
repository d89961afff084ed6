namespace Geo.Engine.Features;

/// <summary>When a feature is valid, read off the time columns of its layer.</summary>
internal sealed class FeaturePeriod
{
    private readonly int? start;
    private readonly int? end;

    public FeaturePeriod(LayerDefinition definition)
    {
        start = IndexOf(definition, definition.TimeStartProperty);
        end = IndexOf(definition, definition.TimeEndProperty);
    }

    /// <summary>
    /// Whether the feature's time and the closed interval share a moment; a feature without a time matches. A date is its whole day in
    /// UTC. Without an end column the start is the only moment; with one, an empty start or end is open.
    /// </summary>
    public bool Meets(TimeInterval interval, Feature feature)
    {
        var first = start is { } s ? feature.Values[s] : null;
        var last = end is { } e ? feature.Values[e] : first;
        if (first is null && last is null)
            return true;
        return (First(first) ?? DateTime.MinValue) <= (interval.End ?? DateTime.MaxValue)
            && (interval.Start ?? DateTime.MinValue) <= (Last(last) ?? DateTime.MaxValue);
    }

    private static DateTime? First(object? value) => value switch
    {
        DateOnly date => date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        DateTime moment => moment,
        _ => null,
    };

    private static DateTime? Last(object? value) => value switch
    {
        DateOnly date => date.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc),
        DateTime moment => moment,
        _ => null,
    };

    private static int? IndexOf(LayerDefinition definition, string? property)
    {
        if (property is null)
            return null;
        var index = definition.Properties.Index().FirstOrDefault(p => p.Item.Name == property, (-1, null!)).Index;
        return index >= 0 ? index : null;
    }
}
