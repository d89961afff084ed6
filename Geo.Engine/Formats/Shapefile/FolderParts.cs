namespace Geo.Engine.Formats.Shapefile;

/// <summary>A shapefile in a folder.</summary>
internal sealed class FolderParts(string path) : ShapefileParts
{
    /// <inheritdoc/>
    public override string Name => Path.GetFileName(path);

    /// <inheritdoc/>
    public override (Stream Content, long Length)? Open(string ending)
    {
        var wanted = Path.GetFileNameWithoutExtension(path) + ending;
        var found = Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(path))!) // a file lies in a folder
            .Where(f => Path.GetFileName(f).Equals(wanted, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(f => Path.GetFileName(f) == wanted)
            .FirstOrDefault();
        if (found is null)
            return null;
        var file = File.OpenRead(found);
        return (file, file.Length);
    }
}
