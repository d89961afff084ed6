using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Google.FlatBuffers;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.FlatGeobuf;

/// <summary>Writes header, index and features.</summary>
/// <param name="definition">The layer.</param>
/// <param name="features">Its features, all there.</param>
/// <param name="wantsIndex">Whether to write an index if it can be had.</param>
internal sealed class FlatGeobufWriter(LayerDefinition definition, WaitingFeatures features, bool wantsIndex)
{
    private const int MostIndexed = 1_000_000;
    private const int FeatureFields = 3;

    /// <summary>Version 3 of the format.</summary>
    private static readonly byte[] Signature = [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0];

    private readonly FlatBufferBuilder _builder = new(4096);
    private readonly WkbBuilder _shapes = new(new GeometryFactory(new PrecisionModel(), definition.System.Srid));

    public async Task WriteAsync(Stream target, CancellationToken cancellation)
    {
        var places = features.Places;
        var hasIndex = wantsIndex && places.Count is > 0 and <= MostIndexed && places.All(p => p.Box is not null);
        await target.WriteAsync(Signature, cancellation);
        await target.WriteAsync(FlatGeobufHeader.Write(definition, features, hasIndex ? (ushort)FlatGeobufIndex.NodeSize : (ushort)0), cancellation);
        var order = hasIndex && features.Extent is { } around ? FlatGeobufIndex.Order(places, around) : null;
        if (order is not null)
            await target.WriteAsync(await IndexAsync(order, cancellation), cancellation);
        for (var i = 0; i < places.Count; i++)
            await target.WriteAsync(await FeatureAsync(places[order?[i] ?? i], cancellation), cancellation);
    }

    // The index goes before the features, so that they are built once for their length and once to be written.
    private async Task<byte[]> IndexAsync(int[] order, CancellationToken cancellation)
    {
        var (boxes, starts, start) = (new Extent[order.Length], new long[order.Length], 0L);
        for (var i = 0; i < order.Length; i++)
        {
            var place = features.Places[order[i]];
            boxes[i] = place.Box.GetValueOrDefault();
            starts[i] = start;
            start += (await FeatureAsync(place, cancellation)).Length;
        }
        return FlatGeobufIndex.Write(boxes, starts);
    }

    /// <summary>The table of <c>feature.fbs</c> behind its length.</summary>
    private async Task<ReadOnlyMemory<byte>> FeatureAsync(WaitingFeature place, CancellationToken cancellation)
    {
        var (geometry, properties) = await features.ReadAsync(place, cancellation);
        _builder.Clear();
        var shape = geometry.Count == 0 ? 0 : new FlatGeobufGeometry(_builder, features.HasHeights).Write(CanonicalWkb.Read(geometry, _shapes));
        _builder.StartVector(1, properties.Count, 1);
        _builder.Put(properties);
        var values = _builder.EndVector().Value;
        _builder.StartTable(FeatureFields);
        _builder.AddOffset(0, shape, 0);
        _builder.AddOffset(1, values, 0);
        _builder.FinishSizePrefixed(_builder.EndTable());
        return _builder.SizedByteArray();
    }
}
