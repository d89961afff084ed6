namespace Geo.Engine.Features;

/// <summary>The order that stores give features in: by the sort keys, then by id.</summary>
/// <param name="definition">The layer.</param>
/// <param name="keys">What to sort by; all properties of the layer.</param>
public sealed class FeatureOrder(LayerDefinition definition, IReadOnlyList<SortKey> keys) : IComparer<Feature>
{
    private readonly (int Property, bool Descending)[] _keys = [.. keys.Select(k => (IndexOf(definition, k), k.Descending))];

    /// <summary>The values that place a feature in this order; beside its id they are all that a next page needs.</summary>
    public IReadOnlyList<object?> ValuesOf(Feature feature) => [.. _keys.Select(k => feature.Values[k.Property])];

    /// <inheritdoc/>
    public int Compare(Feature? x, Feature? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        foreach (var (property, descending) in _keys)
        {
            var order = Compare(x.Values[property], y.Values[property], descending);
            if (order != 0)
                return order;
        }
        return x.Id.CompareTo(y.Id);
    }

    private static int Compare(object? a, object? b, bool descending) => (a, b) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        (string first, string second) => Signed(CodePoints.Compare(first, second), descending),
        _ => Signed(Comparer<object>.Default.Compare(a, b), descending),
    };

    private static int Signed(int order, bool descending) => descending ? -order : order;

    private static int IndexOf(LayerDefinition definition, SortKey key)
    {
        var index = definition.Properties.Index().FirstOrDefault(p => p.Item.Name == key.Property, (-1, null!)).Index;
        return index >= 0 ? index : throw new ArgumentException($"Layer '{definition.Id}' has no property '{key.Property}' to sort by.", nameof(key));
    }
}
