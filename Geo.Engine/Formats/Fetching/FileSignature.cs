namespace Geo.Engine.Formats.Fetching;

/// <summary>Tells by its first bytes whether a file can be what its name says: a login page sent as a download is none.</summary>
internal static class FileSignature
{
    /// <summary>How many bytes a judgement may need.</summary>
    public const int Longest = 16;

    /// <summary>Whether the bytes can begin a file of this name; names of unknown ending fit whatever comes.</summary>
    public static bool Fits(string fileName, ReadOnlySpan<byte> start) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".zip" => start.StartsWith("PK\u0003\u0004"u8),
        ".gz" => start.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]),
        ".gpkg" => start.StartsWith("SQLite format 3\0"u8),
        ".tif" or ".tiff" => start.StartsWith("II*\0"u8) || start.StartsWith("II+\0"u8) || start.StartsWith("MM\0*"u8) || start.StartsWith("MM\0+"u8),
        ".json" or ".geojson" => IsJson(start),
        _ => true,
    };

    private static bool IsJson(ReadOnlySpan<byte> start)
    {
        var text = start.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) ? start[3..] : start;
        return text.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] or [];
    }
}
