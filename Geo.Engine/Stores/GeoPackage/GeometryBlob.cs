using System.Buffers;
using System.Buffers.Binary;
using Geo.Engine.Features;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>The header in front of the WKB in a GeoPackage geometry (OGC 12-128r17, clause 2.1.3).</summary>
internal static class GeometryBlob
{
    private const int FixedHeader = 8;
    private static readonly int[] EnvelopeSizes = [0, 32, 48, 48, 64];

    /// <summary>The blob of a feature's geometry; with the box of x and y in front of it, but for points and empty geometries.</summary>
    public static byte[] Write(in AdmittedFeature feature, int srsId)
    {
        var blob = new ArrayBufferWriter<byte>();
        Write(feature, srsId, blob);
        return blob.WrittenSpan.ToArray();
    }

    /// <summary>The same behind what a buffer holds already.</summary>
    public static void Write(in AdmittedFeature feature, int srsId, ArrayBufferWriter<byte> target)
    {
        var hasEnvelope = feature.Extent is { } e && (e.Width > 0 || e.Height > 0);
        var header = FixedHeader + (hasEnvelope ? EnvelopeSizes[1] : 0);
        var blob = target.GetSpan(header + feature.Wkb.Length);
        blob[0] = (byte)'G';
        blob[1] = (byte)'P';
        blob[2] = 0;
        blob[3] = (byte)(1 | (hasEnvelope ? 1 << 1 : 0) | (feature.IsEmpty ? 1 << 4 : 0));
        BinaryPrimitives.WriteInt32LittleEndian(blob[4..], srsId);
        if (hasEnvelope)
            WriteEnvelope(blob[FixedHeader..], feature);
        feature.Wkb.Span.CopyTo(blob[header..]);
        target.Advance(header + feature.Wkb.Length);
    }

    /// <summary>The WKB behind the header, never empty. The header's box and emptiness are not believed; the WKB speaks for itself.</summary>
    /// <exception cref="FormatException">It is no GeoPackage geometry; the message says why.</exception>
    public static ReadOnlySpan<byte> Wkb(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < FixedHeader || blob[0] != 'G' || blob[1] != 'P')
            throw new FormatException("the geometry does not begin as a GeoPackage geometry does");
        if (blob[2] != 0)
            throw new FormatException($"the geometry has the unknown version {blob[2]}");
        var kind = (blob[3] >> 1) & 7;
        if ((blob[3] & 0x20) != 0)
            throw new FormatException("the geometry is of an extended type, which is not supported");
        if (kind >= EnvelopeSizes.Length || blob.Length < FixedHeader + EnvelopeSizes[kind])
            throw new FormatException("the geometry's header is damaged");
        var wkb = blob[(FixedHeader + EnvelopeSizes[kind])..];
        return wkb.IsEmpty ? throw new FormatException("the geometry is cut short after its header") : wkb;
    }

    private static void WriteEnvelope(Span<byte> target, in AdmittedFeature feature)
    {
        var extent = feature.Extent!.Value; // the caller has looked
        BinaryPrimitives.WriteDoubleLittleEndian(target, extent.MinX);
        BinaryPrimitives.WriteDoubleLittleEndian(target[8..], extent.MaxX);
        BinaryPrimitives.WriteDoubleLittleEndian(target[16..], extent.MinY);
        BinaryPrimitives.WriteDoubleLittleEndian(target[24..], extent.MaxY);
    }
}
