using Geo.Engine.Features;
using Geo.Engine.Formats.GeoJson;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.Intake;

/// <summary>Brings a geometry that a client sent into the system and the kind of its layer, or says why it does not belong there.</summary>
/// <param name="layer">The layer.</param>
/// <param name="system">The system the geometry came in, with the order of its axes.</param>
internal sealed class SentGeometry(LayerDefinition layer, CoordinateSystem system)
{
    private const string Pointer = "/geometry";

    private readonly RingBuilder rings = new(new GeometryFactory(new PrecisionModel(), system.Srid));
    private readonly Projection? toStored = system.Srid == layer.System.Srid ? null : Projection.Between(system, layer.System);

    /// <summary>The geometry for the layer; null for JSON's null and for one without positions.</summary>
    /// <param name="json">A geometry or null.</param>
    /// <param name="position">Where it begins.</param>
    /// <exception cref="GeoJsonFault">It is no geometry, or does not belong in the layer.</exception>
    public Geometry? Read(ReadOnlySpan<byte> json, long position)
    {
        if (json.SequenceEqual("null"u8))
            return null;
        var reader = new GeoJsonGeometryReader(rings, keepsHeights: true);
        var sent = reader.Read(json, position, Pointer);
        if (rings.TakeNotes() is [var note, ..])
            throw Unfit(position, new($"hình học không trọn vẹn ({note.Reason})", note.Reason));
        if (reader.FurtherOrdinates > 0)
            throw Unfit(position, new("một vị trí có hơn ba số", "a position has more than three numbers"));
        if (sent is null)
            return null;
        if (system.AxisOrder == AxisOrder.NorthEast)
            EastFirst(sent);
        return Belonging(sent, position);
    }

    private static void EastFirst(Geometry geometry)
    {
        geometry.Apply(new SwapFilter());
        geometry.GeometryChanged();
    }

    private Geometry Belonging(Geometry sent, long position)
    {
        if (PositionCheck.FindFault(sent.EnvelopeInternal, system) is { } misplaced)
            throw Unfit(position, new($"tọa độ không thuộc {system.Code}, hoặc hai trục bị đảo ({PositionCheck.Words(sent.EnvelopeInternal)})", misplaced));
        if (GeometryMending.FindFault(sent) is { } invalid)
            throw Unfit(position, new($"hình học không hợp lệ theo OGC Simple Features ({invalid})", invalid));
        var stored = toStored is null ? sent : toStored.Transform(sent);
        if (!double.IsFinite(stored.EnvelopeInternal.Width) || !double.IsFinite(stored.EnvelopeInternal.Height))
            throw Unfit(position, new($"hình học không có chỗ trong {layer.System.Code}", $"the geometry has no place in {layer.System.Code}"));
        var shaped = GeometryShape.Promote(GeometryShape.Orient(stored), layer.GeometryKind);
        return layer.GeometryKind == GeometryKind.Geometry || shaped.GeometryType == layer.GeometryKind.ToString()
            ? shaped
            : throw Unfit(position, new(
                $"{sent.GeometryType} không thuộc một lớp kiểu {layer.GeometryKind}",
                $"a geometry of type {sent.GeometryType} does not belong in a layer of {layer.GeometryKind}"));
    }

    private static GeoJsonFault Unfit(long position, BilingualText text) => new(Pointer, position, text) { IsUnfit = true };
}
