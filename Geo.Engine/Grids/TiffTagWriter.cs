using System.Buffers.Binary;
using System.Text;

namespace Geo.Engine.Grids;

/// <summary>Collects the tags of one directory of a little-endian classic TIFF, and lays them out with their longer values behind.</summary>
internal sealed class TiffTagWriter
{
    private const int EntrySize = 12;

    // In ascending order of tags, as the file wants them.
    private readonly List<Entry> _tags = [];

    /// <summary>Bytes of the directory and its values.</summary>
    public int Size
    {
        get
        {
            var size = 2 + (_tags.Count * EntrySize) + 4;
            foreach (var entry in _tags)
                size += entry.Value.Length > 4 ? Padded(entry.Value.Length) : 0;
            return size;
        }
    }

    /// <summary>16-bit numbers.</summary>
    public void Shorts(TiffTag tag, params ReadOnlySpan<int> values)
    {
        var bytes = new byte[2 * values.Length];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * i), (ushort)values[i]);
        Set(new Entry(tag, 3, (uint)values.Length, bytes));
    }

    /// <summary>32-bit numbers.</summary>
    public void Longs(TiffTag tag, params ReadOnlySpan<uint> values)
    {
        var bytes = new byte[4 * values.Length];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * i), values[i]);
        Set(new Entry(tag, 4, (uint)values.Length, bytes));
    }

    /// <summary>Doubles.</summary>
    public void Doubles(TiffTag tag, params ReadOnlySpan<double> values)
    {
        var bytes = new byte[8 * values.Length];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(8 * i), values[i]);
        Set(new Entry(tag, 12, (uint)values.Length, bytes));
    }

    /// <summary>ASCII text.</summary>
    public void Text(TiffTag tag, string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text + '\0');
        Set(new Entry(tag, 2, (uint)bytes.Length, bytes));
    }

    /// <summary>The bytes of the directory when it stands at <paramref name="offset"/> and the next one at <paramref name="next"/> (0: none).</summary>
    public byte[] ToBytes(uint offset, uint next)
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)_tags.Count);
        var (at, behind) = (2, 2 + (_tags.Count * EntrySize) + 4);
        foreach (var (tag, type, count, value) in _tags)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)tag);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 2), type);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 4), count);
            if (value.Length <= 4)
            {
                value.CopyTo(bytes, at + 8);
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 8), offset + (uint)behind);
                value.CopyTo(bytes, behind);
                behind += Padded(value.Length);
            }

            at += EntrySize;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), next);
        return bytes;
    }

    private void Set(Entry entry)
    {
        var at = _tags.FindIndex(other => other.Tag >= entry.Tag);
        if (at < 0)
            _tags.Add(entry);
        else if (_tags[at].Tag == entry.Tag)
            _tags[at] = entry;
        else
            _tags.Insert(at, entry);
    }

    // TIFF 6.0, section 2: values begin on a word boundary.
    private static int Padded(int length) => length + (length & 1);

    private sealed record Entry(TiffTag Tag, ushort Type, uint Count, byte[] Value);
}
