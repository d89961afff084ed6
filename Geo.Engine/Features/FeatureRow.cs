using System.Buffers;
using System.Runtime.CompilerServices;

namespace Geo.Engine.Features;

/// <summary>One row of a layer whose geometry is left as bytes, for work that needs no geometry object.</summary>
/// <param name="Id">Identifier, unique in its layer.</param>
/// <param name="Wkb">Well-known binary in the layer's stored system, not yet looked through (<see cref="WkbScan"/>); good until the next row is asked for.</param>
/// <param name="Values">Property values in the order of <see cref="LayerDefinition.Properties"/>; none where they were not asked for.</param>
public readonly record struct FeatureRow(long Id, ReadOnlyMemory<byte> Wkb, IReadOnlyList<object?> Values)
{
    /// <summary>Features as rows; those without geometry are left out.</summary>
    internal static async IAsyncEnumerable<FeatureRow> Of(IAsyncEnumerable<Feature> features, bool withValues, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var bytes = new ArrayBufferWriter<byte>();
        await foreach (var feature in features.WithCancellation(cancellation))
        {
            if (feature.Geometry is not { } geometry)
                continue;
            bytes.ResetWrittenCount();
            CanonicalWkb.Write(geometry, bytes);
            yield return new FeatureRow(feature.Id, bytes.WrittenMemory, withValues ? feature.Values : []);
        }
    }
}
