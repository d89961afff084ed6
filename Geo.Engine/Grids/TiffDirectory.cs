using System.Text;

namespace Geo.Engine.Grids;

/// <summary>One image file directory: tags and where their values stand. Values are read when asked for, never beyond the end of the file.</summary>
internal sealed class TiffDirectory
{
    private const int MaxDirectories = 256;
    private const int MaxEntries = 4_096;

    // bytes of one value by field type, 0 for types that do not exist (TIFF 6.0, section 2; BigTIFF 16-18)
    private static readonly byte[] TypeSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

    private readonly TiffBytes _file;
    private readonly long _offset;

    // A dozen of them: looked through from the end, so that of two with one number the later counts.
    private readonly List<Entry> _entries = [];

    private TiffDirectory(TiffBytes file, long offset)
    {
        _file = file;
        _offset = offset;
    }

    /// <summary>All directories of the file, in order; the first is the image.</summary>
    /// <exception cref="GeoTiffException">The file is no TIFF, cut short, or its directories run in a circle.</exception>
    public static IReadOnlyList<TiffDirectory> ReadAll(TiffBytes file)
    {
        var directories = new List<TiffDirectory>();
        long next;
        for (var offset = file.FirstDirectory; offset != 0; offset = next)
        {
            if (directories.Exists(d => d._offset == offset))
                throw new GeoTiffException($"the directories run in a circle: offset {offset} comes twice");
            if (directories.Count == MaxDirectories)
                throw new GeoTiffException($"more than {MaxDirectories} images in the file");
            var directory = new TiffDirectory(file, offset);
            next = directory.ReadEntries();
            directories.Add(directory);
        }

        return directories.Count > 0 ? directories : throw new GeoTiffException("the file has no image");
    }

    /// <summary>Whether the tag is there.</summary>
    public bool Has(TiffTag tag) => Find(tag) is not null;

    /// <summary>The first value of an integer tag.</summary>
    /// <exception cref="GeoTiffException">The tag is missing and there is no default, or it is no integer.</exception>
    public long Integer(TiffTag tag, long? missing = null)
    {
        if (Find(tag) is not { } entry)
            return missing ?? throw new GeoTiffException($"tag {tag} is missing");
        return entry.Count > 0 ? Integers(tag, 1)[0] : throw new GeoTiffException($"tag {tag} is empty");
    }

    /// <summary>The values of an integer tag; only the first <paramref name="most"/> of them.</summary>
    /// <exception cref="GeoTiffException">The tag is missing, no integer, or stands beyond the end of the file.</exception>
    public long[] Integers(TiffTag tag, int most = int.MaxValue)
    {
        var (entry, bytes, size) = Values(tag, most);
        if (entry.Type is not (1 or 3 or 4 or 13 or 16 or 18))
            throw new GeoTiffException($"tag {tag} has field type {entry.Type}; allowed are whole numbers");
        var values = new long[bytes.Length / size];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (long)_file.Unsigned(bytes.AsSpan(i * size, size));
            if (values[i] < 0)
                throw new GeoTiffException($"tag {tag} holds {(ulong)values[i]}, which no file can reach");
        }

        return values;
    }

    /// <summary>The values of a tag of doubles.</summary>
    /// <exception cref="GeoTiffException">The tag is missing, not of doubles, or stands beyond the end of the file.</exception>
    public double[] Doubles(TiffTag tag)
    {
        var (entry, bytes, size) = Values(tag, MaxEntries);
        if (entry.Type != 12)
            throw new GeoTiffException($"tag {tag} has field type {entry.Type}; allowed is double");
        var values = new double[bytes.Length / size];
        for (var i = 0; i < values.Length; i++)
            values[i] = BitConverter.UInt64BitsToDouble(_file.Unsigned(bytes.AsSpan(i * size, size)));
        return values;
    }

    /// <summary>The text of a tag without its closing zero, or null when the tag is missing.</summary>
    public string? Text(TiffTag tag) => Has(tag) ? Encoding.Latin1.GetString(Values(tag, MaxEntries).Bytes).TrimEnd('\0', ' ') : null;

    private long ReadEntries()
    {
        var (countSize, entrySize, offsetSize) = _file.IsBig ? (8, 20, 8) : (2, 12, 4);
        var count = (long)_file.Unsigned(_file.Read(_offset, countSize, new TiffPart("a directory")));
        if (count is < 1 or > MaxEntries)
            throw new GeoTiffException($"a directory of {count} tags; allowed are 1 to {MaxEntries}");
        var bytes = _file.Read(_offset + countSize, (int)(count * entrySize) + offsetSize, new TiffPart("a directory"));
        for (var i = 0; i < count; i++)
            AddEntry(bytes.AsSpan(i * entrySize, entrySize), _offset + countSize + (i * entrySize));
        return (long)_file.Unsigned(bytes.AsSpan((int)count * entrySize, offsetSize));
    }

    private void AddEntry(ReadOnlySpan<byte> bytes, long position)
    {
        var wide = _file.IsBig ? 8 : 4;
        var type = (int)_file.Unsigned(bytes.Slice(2, 2));
        var count = _file.Unsigned(bytes.Slice(4, wide));
        var size = type < TypeSizes.Length ? TypeSizes[type] : 0;
        if (size == 0)
            return; // TIFF 6.0: readers skip field types they do not know
        if (count > (ulong)_file.Length)
            throw new GeoTiffException($"tag {_file.Unsigned(bytes[..2])} claims {count} values in a file of {_file.Length} bytes");
        var inline = (long)count * size <= wide;
        var at = inline ? position + 4 + wide : (long)_file.Unsigned(bytes.Slice(4 + wide, wide));
        _entries.Add(new Entry((TiffTag)_file.Unsigned(bytes[..2]), type, (long)count, at));
    }

    private (Entry Entry, byte[] Bytes, int Size) Values(TiffTag tag, int most)
    {
        if (Find(tag) is not { } entry)
            throw new GeoTiffException($"tag {tag} is missing");
        var size = TypeSizes[entry.Type];
        var bytes = _file.Read(entry.Offset, Math.Min(entry.Count, most) * size, TiffPart.Tag(tag));
        return (entry, bytes, size);
    }

    private Entry? Find(TiffTag tag) => _entries.FindLast(entry => entry.Tag == tag);

    private sealed record Entry(TiffTag Tag, int Type, long Count, long Offset);
}
