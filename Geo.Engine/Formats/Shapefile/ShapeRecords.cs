using System.Buffers.Binary;
using System.Globalization;

namespace Geo.Engine.Formats.Shapefile;

/// <summary>Reads the records of a .shp one after the other; the index .shx is not needed for that.</summary>
internal sealed class ShapeRecords(Stream content, long length, string name)
{
    private const int LongestRecord = 256 << 20;
    private long _offset;

    /// <summary>The header, read.</summary>
    public ShapeHeader Header { get; private set; } = new(0, 0, null);

    /// <summary>Offset of the record that was read last, bytes.</summary>
    public long Offset { get; private set; }

    /// <summary>Reads the header; a file shorter than it claims is refused before anything is read of it.</summary>
    public void Begin()
    {
        var bytes = new byte[ShapeHeader.Size];
        _offset = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var (header, fault) = ShapeHeader.Read(bytes.AsSpan(0, (int)_offset));
        Header = header ?? throw Refusal(0, fault!); // no header means a fault
        if (header.Length > length)
            throw Refusal(length, $"the file ends after {length} of {header.Length} bytes");
    }

    /// <summary>The content of the next record, without its header; null at the end.</summary>
    public byte[]? Next()
    {
        if (_offset >= Header.Length)
            return null;
        Offset = _offset;
        Span<byte> head = stackalloc byte[8];
        Fill(head);
        var size = BinaryPrimitives.ReadInt32BigEndian(head[4..]) * 2L;
        if (size is < 4 or > LongestRecord || _offset + size > length)
            throw Refusal(Offset, string.Create(CultureInfo.InvariantCulture, $"the record claims {size} bytes; {length - _offset} are left, at most {LongestRecord} are read"));
        var record = new byte[size];
        Fill(record);
        return record;
    }

    /// <summary>Refuses the file at a byte.</summary>
    public ImportRefusedException Refusal(long offset, string message) =>
        new(new ImportProblem(name, string.Create(CultureInfo.InvariantCulture, $"byte {offset}"), message));

    private void Fill(Span<byte> bytes)
    {
        var read = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        _offset += read;
        if (read < bytes.Length)
            throw Refusal(_offset, "the file ends inside a record");
    }
}
