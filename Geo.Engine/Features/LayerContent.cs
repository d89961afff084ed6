namespace Geo.Engine.Features;

/// <summary>A layer to be written: its definition and its features, streamed in ascending order of id.</summary>
/// <param name="Definition">The new definition.</param>
/// <param name="Features">All features; read once.</param>
public sealed record LayerContent(LayerDefinition Definition, IAsyncEnumerable<Feature> Features)
{
    /// <summary>
    /// The same features as the rows of the store that they come from, each good until the next is asked for: who can write those spares the objects. Null
    /// where they come from elsewhere. Read instead of <see cref="Features"/>, not beside it.
    /// </summary>
    public IAsyncEnumerable<FeatureRow>? Rows { get; init; }

    /// <summary>A layer whose features come as rows.</summary>
    public static LayerContent OfRows(LayerDefinition definition, IAsyncEnumerable<FeatureRow> rows) => new(definition, rows.Select(r => r.ToFeature())) { Rows = rows };

    /// <summary>The features as rows, wherever they come from.</summary>
    public IAsyncEnumerable<FeatureRow> AsRows(CancellationToken cancellation) => Rows ?? FeatureAsRow.Of(Features, cancellation);
}
