using System.Collections.Concurrent;
using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>First and last time of each layer, read once per revision; layers of more than 10,000 features are given as open at both ends.</summary>
internal sealed class TemporalExtents(IFeatureStore store)
{
    private const int MostFeatures = 10_000;
    private readonly ConcurrentDictionary<string, (long Revision, TimeInterval? Times)> _known = new(StringComparer.Ordinal);

    /// <summary>The times of a layer; null when it has none.</summary>
    public async Task<TimeInterval?> OfAsync(Layer layer, CancellationToken cancellation)
    {
        if (layer.Definition.TimeStartProperty is null || layer.FeatureCount > MostFeatures)
            return layer.Definition.TimeStartProperty is null ? null : new TimeInterval(null, null);
        if (_known.TryGetValue(layer.Id, out var known) && known.Revision == layer.Revision)
            return known.Times;
        var times = await ReadAsync(layer, cancellation);
        _known[layer.Id] = (layer.Revision, times);
        return times;
    }

    private async Task<TimeInterval?> ReadAsync(Layer layer, CancellationToken cancellation)
    {
        var from = ColumnOf(layer.Definition, layer.Definition.TimeStartProperty);
        var to = ColumnOf(layer.Definition, layer.Definition.TimeEndProperty);
        if (from < 0)
            return null;
        DateTime? first = null, last = null;
        var (isAny, isOpen) = (false, false);
        await foreach (var feature in store.ReadAsync(layer, FeatureQuery.All, cancellation))
        {
            if (Day(feature.Values[from]) is not { } start)
                continue;
            var end = to < 0 ? start : Day(feature.Values[to]);
            (isAny, isOpen) = (true, isOpen || end is null);
            first = first is null || start.First < first ? start.First : first;
            last = end is { } known && (last is null || known.Last > last) ? known.Last : last;
        }
        return isAny ? new TimeInterval(first, isOpen ? null : last) : null;
    }

    private static int ColumnOf(LayerDefinition layer, string? name) => layer.Properties.Select(p => p.Name).ToList().IndexOf(name ?? "");

    private static (DateTime First, DateTime Last)? Day(object? value) => value switch
    {
        DateOnly date => (date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), date.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc)),
        DateTime moment => (moment, moment),
        _ => null,
    };
}
