using Geo.Engine.Features;

namespace Geo.Engine.Stores;

/// <summary>Copies of rows, in rows that are used again and again; a large one is let go.</summary>
/// <param name="definition">The layer.</param>
internal sealed class RowBatch(LayerDefinition definition) : ReadBatch<FeatureRow>
{
    private const int BytesKept = 4_096;

    private readonly HeldRow?[] rows = new HeldRow?[MostItems];

    /// <inheritdoc/>
    public override IEnumerable<FeatureRow> Items => rows.Take(Count)!; // those places are filled

    /// <inheritdoc/>
    public override void Clear()
    {
        for (var place = 0; place < Count; place++)
        {
            if (rows[place]!.Bytes > BytesKept) // filled, as above
                rows[place] = null;
        }
        base.Clear();
    }

    /// <inheritdoc/>
    protected override long Put(FeatureRow item, int place)
    {
        var row = rows[place] ??= new HeldRow(definition);
        row.Take(item);
        return row.Bytes;
    }
}
