using System.Buffers;
using System.Text;

namespace Geo.Engine.Features;

/// <summary>A copy of a row, which stays good until it takes over another: for work that reads rows on one thread and writes them on another.</summary>
/// <param name="layer">The layer.</param>
internal sealed class HeldRow(LayerDefinition layer) : FeatureRow
{
    private readonly IReadOnlyList<PropertyDefinition> properties = layer.Properties;
    private readonly ArrayBufferWriter<byte> wkb = new();
    private readonly ArrayBufferWriter<byte> texts = new();
    private readonly (bool IsNull, long Word, int Length)[] values = new (bool, long, int)[layer.Properties.Count]; // a text lies at Word in the texts
    private long id;

    /// <inheritdoc/>
    public override long Id => id;

    /// <summary>Bytes of its geometry and texts.</summary>
    public long Bytes => wkb.WrittenCount + texts.WrittenCount;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Wkb => wkb.WrittenSpan;

    /// <inheritdoc/>
    public override bool IsNull(int index) => values[index].IsNull;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Text(int index) => texts.WrittenSpan.Slice((int)values[index].Word, values[index].Length);

    /// <inheritdoc/>
    public override long Whole(int index) => values[index].Word;

    /// <inheritdoc/>
    public override double Number(int index) => BitConverter.Int64BitsToDouble(values[index].Word);

    /// <inheritdoc/>
    public override bool Truth(int index) => values[index].Word != 0;

    /// <inheritdoc/>
    public override DateOnly Day(int index) => DateOnly.FromDayNumber((int)values[index].Word);

    /// <inheritdoc/>
    public override DateTime Moment(int index) => new(values[index].Word, DateTimeKind.Utc);

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Values => [.. properties.Select((p, i) => IsNull(i) ? null : ValueOf(p.Type, i))];

    /// <inheritdoc/>
    public override Feature ToFeature() => new(id, wkb.WrittenCount == 0 ? null : CanonicalWkb.Read(Wkb, layer.System.Srid), Values);

    /// <summary>Takes over a row with all its values.</summary>
    public void Take(FeatureRow row)
    {
        id = row.Id;
        wkb.ResetWrittenCount();
        wkb.Write(row.Wkb);
        texts.ResetWrittenCount();
        for (var i = 0; i < values.Length; i++)
            values[i] = row.IsNull(i) ? (true, 0, 0) : Held(row, i);
    }

    private (bool IsNull, long Word, int Length) Held(FeatureRow row, int index)
    {
        if (properties[index].Type != PropertyType.Text)
            return (false, WordOf(row, index), 0);
        var start = texts.WrittenCount;
        var text = row.Text(index);
        texts.Write(text);
        return (false, start, text.Length);
    }

    private long WordOf(FeatureRow row, int index) => properties[index].Type switch
    {
        PropertyType.Integer => row.Whole(index),
        PropertyType.Number => BitConverter.DoubleToInt64Bits(row.Number(index)),
        PropertyType.Boolean => row.Truth(index) ? 1 : 0,
        PropertyType.Date => row.Day(index).DayNumber,
        _ => row.Moment(index).Ticks,
    };

    private object ValueOf(PropertyType type, int index) => type switch
    {
        PropertyType.Text => Encoding.UTF8.GetString(Text(index)),
        PropertyType.Integer => Whole(index),
        PropertyType.Number => Number(index),
        PropertyType.Boolean => Truth(index),
        PropertyType.Date => Day(index),
        _ => Moment(index),
    };
}
