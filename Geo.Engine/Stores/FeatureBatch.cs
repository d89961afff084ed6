using Geo.Engine.Features;

namespace Geo.Engine.Stores;

/// <summary>Features as objects.</summary>
internal sealed class FeatureBatch : ReadBatch<Feature>
{
    private const int BytesOfPosition = 32; // as NetTopologySuite holds it, an object each

    private readonly Feature?[] features = new Feature?[MostItems];

    /// <inheritdoc/>
    public override IEnumerable<Feature> Items => features.Take(Count)!; // those places are filled

    /// <inheritdoc/>
    public override void Clear()
    {
        Array.Clear(features);
        base.Clear();
    }

    /// <inheritdoc/>
    protected override long Put(Feature item, int place)
    {
        features[place] = item;
        var texts = 0L;
        foreach (var value in item.Values)
            texts += value is string text ? sizeof(char) * text.Length : 0;
        return texts + (item.Geometry is { } geometry ? BytesOfPosition * (long)geometry.NumPoints : 0);
    }
}
