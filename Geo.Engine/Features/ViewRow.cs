namespace Geo.Engine.Features;

/// <summary>A row as a view shows it: its columns, its system; numbers that are not finite, which no format can hold, are null.</summary>
internal sealed class ViewRow(LayerView view) : FeatureRow
{
    private FeatureRow row = new FeatureAsRow();

    /// <inheritdoc/>
    public override long Id => row.Id;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Wkb => view.WkbOf(row);

    /// <inheritdoc/>
    public override bool IsNull(int index)
    {
        var stored = view.IndexOf(index);
        return row.IsNull(stored) || (view.Definition.Properties[index].Type == PropertyType.Number && !double.IsFinite(row.Number(stored)));
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Text(int index) => row.Text(view.IndexOf(index));

    /// <inheritdoc/>
    public override long Whole(int index) => row.Whole(view.IndexOf(index));

    /// <inheritdoc/>
    public override double Number(int index) => row.Number(view.IndexOf(index));

    /// <inheritdoc/>
    public override bool Truth(int index) => row.Truth(view.IndexOf(index));

    /// <inheritdoc/>
    public override DateOnly Day(int index) => row.Day(view.IndexOf(index));

    /// <inheritdoc/>
    public override DateTime Moment(int index) => row.Moment(view.IndexOf(index));

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Values => ToFeature().Values;

    /// <inheritdoc/>
    public override Feature ToFeature() => view.Of(row.ToFeature());

    /// <summary>Becomes another row.</summary>
    public FeatureRow Take(FeatureRow next)
    {
        row = next;
        return this;
    }
}
