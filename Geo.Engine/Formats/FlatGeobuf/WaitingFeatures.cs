using System.Buffers;
using System.Buffers.Binary;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.FlatGeobuf;

/// <summary>Features in a scratch file until the header is known: geometries as well-known binary, properties as FlatGeobuf packs them.</summary>
/// <param name="path">The file; it is gone when this is disposed.</param>
/// <param name="definition">The layer.</param>
internal sealed class WaitingFeatures(string path, LayerDefinition definition) : IAsyncDisposable
{
    private const int LengthsSize = 8;

    private readonly FileStream _file = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
    private readonly ArrayBufferWriter<byte> _geometry = new();
    private readonly ArrayBufferWriter<byte> _properties = new();
    private readonly List<WaitingFeature> _places = [];
    private byte[] _record = [];

    /// <summary>In the order they came in.</summary>
    public IReadOnlyList<WaitingFeature> Places => _places;

    /// <summary>The box around all; null when none has a place.</summary>
    public Extent? Extent { get; private set; }

    /// <summary>Whether any position has a height.</summary>
    public bool HasHeights { get; private set; }

    /// <summary>Puts a feature at the end of the queue.</summary>
    public async Task AddAsync(Feature feature, CancellationToken cancellation)
    {
        _geometry.ResetWrittenCount();
        _properties.ResetWrittenCount();
        if (feature.Geometry is { } geometry)
            CanonicalWkb.Write(geometry, _geometry);
        FlatGeobufProperties.Write(feature, definition, _properties);
        HasHeights |= feature.Geometry is not null && FlatGeobufGeometry.HasHeights(_geometry.WrittenSpan);
        var box = BoxOf(feature.Geometry);
        Extent = box is { } own ? Extent?.Union(own) ?? own : Extent;
        _places.Add(new WaitingFeature(_file.Position, box));
        var lengths = new byte[LengthsSize];
        BinaryPrimitives.WriteInt32LittleEndian(lengths, _geometry.WrittenCount);
        BinaryPrimitives.WriteInt32LittleEndian(lengths.AsSpan(4), _properties.WrittenCount);
        await _file.WriteAsync(lengths, cancellation);
        await _file.WriteAsync(_geometry.WrittenMemory, cancellation);
        await _file.WriteAsync(_properties.WrittenMemory, cancellation);
    }

    /// <summary>A feature as it waits; the next call overwrites it.</summary>
    public async Task<(ArraySegment<byte> Geometry, ArraySegment<byte> Properties)> ReadAsync(WaitingFeature place, CancellationToken cancellation)
    {
        if (_file.Position != place.Start)
            _file.Position = place.Start;
        var lengths = new byte[LengthsSize];
        await _file.ReadExactlyAsync(lengths, cancellation);
        var (geometry, properties) = (BinaryPrimitives.ReadInt32LittleEndian(lengths), BinaryPrimitives.ReadInt32LittleEndian(lengths.AsSpan(4)));
        if (_record.Length < geometry + properties)
            _record = new byte[geometry + properties];
        await _file.ReadExactlyAsync(_record.AsMemory(0, geometry + properties), cancellation);
        return (new(_record, 0, geometry), new(_record, geometry, properties));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private static Extent? BoxOf(Geometry? geometry)
    {
        if (geometry is null || geometry.IsEmpty)
            return null;
        var box = geometry.EnvelopeInternal;
        return new Extent(box.MinX, box.MinY, box.MaxX, box.MaxY);
    }
}
