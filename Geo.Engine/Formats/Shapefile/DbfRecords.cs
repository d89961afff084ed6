using System.Buffers.Binary;
using System.Globalization;

namespace Geo.Engine.Formats.Shapefile;

/// <summary>Reads the records of a .dbf one after the other. Source: dBASE III+ table file format, as used by ESRI (July 1998, page 25).</summary>
internal sealed class DbfRecords(Stream content, string name)
{
    private const int MostColumns = 1000;
    private byte[] _record = [];
    private long _read;

    /// <summary>The columns.</summary>
    public IReadOnlyList<DbfColumn> Columns { get; private set; } = [];

    /// <summary>Number of records the header claims.</summary>
    public long Count { get; private set; }

    /// <summary>The record read last; its first byte tells whether it is deleted.</summary>
    public ReadOnlySpan<byte> Record => _record;

    /// <summary>Whether the record read last is marked as deleted.</summary>
    public bool IsDeleted => _record[0] == '*';

    /// <summary>Reads the header.</summary>
    public void Begin()
    {
        var head = new byte[32];
        Fill(head, 0);
        Count = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
        var (headLength, recordLength) = (BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8)), BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(10)));
        if (headLength < 33 || recordLength < 1)
            throw Refusal(8, $"not a .dbf: a header of {headLength} bytes and records of {recordLength}");
        var rest = new byte[headLength - 32];
        Fill(rest, 32);
        Columns = ReadColumns(rest);
        _record = new byte[recordLength];
        if (Columns.Sum(c => c.Length) + 1 > recordLength)
            throw Refusal(10, $"the columns take {Columns.Sum(c => c.Length) + 1} bytes, a record has {recordLength}");
    }

    /// <summary>Reads the next record; false behind the last one.</summary>
    public bool Next()
    {
        if (_read == Count)
            return false;
        Fill(_record, 0);
        _read++;
        return true;
    }

    /// <summary>Bytes of a column in the record read last.</summary>
    public ReadOnlySpan<byte> Field(DbfColumn column) => _record.AsSpan(column.Start, column.Length);

    private List<DbfColumn> ReadColumns(ReadOnlySpan<byte> bytes)
    {
        var columns = new List<DbfColumn>();
        var start = 1;
        for (; bytes.Length >= 32 && bytes[0] != 0x0D; bytes = bytes[32..])
        {
            var end = bytes[..11].IndexOf((byte)0);
            var type = char.ToUpperInvariant((char)bytes[11]);
            // Long text columns keep the high byte of their length where numbers keep their decimals.
            var length = type == 'C' ? bytes[16] + (bytes[17] << 8) : bytes[16];
            columns.Add(new DbfColumn(bytes[..(end < 0 ? 11 : end)].ToArray(), type, start, length));
            start += length;
            if (columns.Count > MostColumns)
                throw Refusal(32, $"more than {MostColumns} columns");
        }

        return columns;
    }

    private void Fill(Span<byte> bytes, long offset)
    {
        if (content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw _record.Length == 0 ? Refusal(offset, "the file ends inside its header") : Refusal(null, $"the file ends after {_read} of {Count} records");
    }

    private ImportRefusedException Refusal(long? offset, string message) =>
        new(new ImportProblem(name, offset is null ? null : string.Create(CultureInfo.InvariantCulture, $"byte {offset}"), message));
}
