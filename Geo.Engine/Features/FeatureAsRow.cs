using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Geo.Engine.Features;

/// <summary>A row made of a feature, and then of another, for stores that keep features and writers of rows that are given features.</summary>
public sealed class FeatureAsRow : FeatureRow
{
    private readonly ArrayBufferWriter<byte> wkb = new();
    private Feature feature = new(0, null, []);
    private byte[] text = [];

    /// <inheritdoc/>
    public override long Id => feature.Id;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Wkb
    {
        get
        {
            if (wkb.WrittenCount == 0 && feature.Geometry is { } geometry)
                CanonicalWkb.Write(geometry, wkb);
            return wkb.WrittenSpan;
        }
    }

    /// <summary>Features as rows.</summary>
    public static async IAsyncEnumerable<FeatureRow> Of(IAsyncEnumerable<Feature> features, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var row = new FeatureAsRow();
        await foreach (var feature in features.WithCancellation(cancellation))
        {
            yield return row.Take(feature);
        }
    }

    /// <inheritdoc/>
    public override bool IsNull(int index) => feature.Values[index] is null;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Text(int index)
    {
        var value = Value<string>(index);
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (text.Length < most)
            text = new byte[most];
        return text.AsSpan(0, Encoding.UTF8.GetBytes(value, text));
    }

    /// <inheritdoc/>
    public override long Whole(int index) => Value<long>(index);

    /// <inheritdoc/>
    public override double Number(int index) => Value<double>(index);

    /// <inheritdoc/>
    public override bool Truth(int index) => Value<bool>(index);

    /// <inheritdoc/>
    public override DateOnly Day(int index) => Value<DateOnly>(index);

    /// <inheritdoc/>
    public override DateTime Moment(int index) => Value<DateTime>(index);

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Values => feature.Values;

    /// <inheritdoc/>
    public override Feature ToFeature() => feature;

    /// <summary>Becomes the row of a feature.</summary>
    public FeatureRow Take(Feature next)
    {
        feature = next;
        wkb.ResetWrittenCount();
        return this;
    }

    private T Value<T>(int index) => (T)(feature.Values[index] ?? throw new InvalidOperationException($"Property {index} of feature {Id} has no value."));
}
