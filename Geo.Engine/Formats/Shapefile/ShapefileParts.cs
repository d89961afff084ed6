namespace Geo.Engine.Formats.Shapefile;

/// <summary>The files of one shapefile, wherever they lie.</summary>
internal abstract class ShapefileParts
{
    /// <summary>Name of the .shp, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>The part with an ending (<c>.dbf</c>), from its start, and its length in bytes; null when it is not there. Case does not matter.</summary>
    public abstract (Stream Content, long Length)? Open(string ending);

    /// <summary>A small part whole; null when it is not there or longer than a projection or code page can be.</summary>
    public byte[]? ReadSmall(string ending)
    {
        const int longest = 1 << 16;
        if (Open(ending) is not var (content, _))
            return null;
        using (content)
        {
            var bytes = new byte[longest + 1];
            var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length > longest ? null : bytes[..length];
        }
    }
}
