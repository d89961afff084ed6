using System.IO.Compression;

namespace Geo.Engine.Formats.Shapefile;

/// <summary>
/// A shapefile inside a ZIP archive. Entries are read where they lie and never written anywhere. Limits against bombs: 1,000 entries, 2 GiB
/// unpacked, 100:1 for whatever unpacks to more than 16 MiB.
/// </summary>
internal sealed class ZipParts : ShapefileParts
{
    private const int MostEntries = 1000;
    private const long LargestContent = 2L << 30;

    private readonly string _path;
    private readonly string _stem;

    private ZipParts(string path, ZipArchiveEntry shape)
    {
        _path = path;
        _stem = WithoutEnding(shape);
        Name = $"{Path.GetFileName(path)}/{Path.GetFileName(Slashed(shape))}";
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>Looks into the archive and finds the only .shp in it.</summary>
    /// <exception cref="ImportRefusedException">It is damaged, hostile, or has none or several.</exception>
    public static ZipParts Find(string path)
    {
        using var archive = OpenArchive(path);
        return new ZipParts(path, FindShape(archive, Path.GetFileName(path)));
    }

    /// <inheritdoc/>
    public override (Stream Content, long Length)? Open(string ending)
    {
        var archive = OpenArchive(_path);
        if (archive.Entries.FirstOrDefault(e => WithoutEnding(e) == _stem && HasEnding(e, ending)) is not { } entry)
        {
            archive.Dispose();
            return null;
        }

        var most = Math.Min(LargestContent, Math.Max(entry.CompressedLength * 100, 16 << 20));
        var limit = new UnpackingLimit(most, $"{Path.GetFileName(_path)}/{Path.GetFileName(Slashed(entry))}");
        return (new LimitedStream(OpenEntry(archive, entry), archive, limit), entry.Length);
    }

    private static ZipArchive OpenArchive(string path)
    {
        try
        {
            var archive = ZipFile.OpenRead(path);
            // The list of entries is only read when it is asked for.
            return archive.Entries.Count >= 0 ? archive : throw new InvalidDataException();
        }
        catch (InvalidDataException fault)
        {
            throw Refusal(Path.GetFileName(path), $"not a ZIP archive, or a damaged one ({fault.Message.TrimEnd('.')})");
        }
    }

    private static ZipArchiveEntry FindShape(ZipArchive archive, string name)
    {
        if (archive.Entries.Count > MostEntries)
            throw Refusal(name, $"the archive has {archive.Entries.Count} entries; at most {MostEntries} are read");
        if (archive.Entries.FirstOrDefault(IsOutside) is { } outside)
            throw Refusal(name, $"the entry '{outside.FullName.Replace('\0', ' ')}' points outside the archive");
        var shapes = archive.Entries.Where(e => HasEnding(e, ".shp")).ToList();
        if (shapes.Count != 1)
            throw Refusal(name, $"the archive holds {shapes.Count} .shp; exactly one is read");
        if (shapes[0].IsEncrypted)
            throw Refusal(name, "the archive is encrypted");
        return shapes[0];
    }

    private static Stream OpenEntry(ZipArchive archive, ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (InvalidDataException fault)
        {
            archive.Dispose();
            throw Refusal(entry.Name, $"the entry cannot be unpacked ({fault.Message.TrimEnd('.')})");
        }
    }

    private static bool IsOutside(ZipArchiveEntry entry)
    {
        var path = Slashed(entry);
        return path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal) || path.Split('/').Contains("..");
    }

    private static string Slashed(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/');

    private static string WithoutEnding(ZipArchiveEntry entry)
    {
        var path = Slashed(entry);
        return path[..^Path.GetExtension(path).Length].ToUpperInvariant();
    }

    private static bool HasEnding(ZipArchiveEntry entry, string ending) => Slashed(entry).EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static ImportRefusedException Refusal(string name, string message) => new(new ImportProblem(name, null, message));
}
