using Geo.Engine.Formats.Intake;

namespace Geo.Engine.Formats.Csv;

/// <summary>Which columns hold the position: two of them, or one of well-known text.</summary>
/// <param name="X">Index of longitude, easting or "X"; -1 with text.</param>
/// <param name="Y">Index of latitude, northing or "Y"; -1 with text.</param>
/// <param name="Wkt">Index of well-known text; -1 with numbers.</param>
/// <param name="AreAmbiguous">True when the headers say only X and Y, which Vietnamese paper reads the other way round.</param>
internal sealed record PositionColumns(int X, int Y, int Wkt, bool AreAmbiguous)
{
    private static readonly Dictionary<string, PositionRole> Roles = new(StringComparer.Ordinal)
    {
        ["lon"] = PositionRole.Longitude,
        ["lng"] = PositionRole.Longitude,
        ["long"] = PositionRole.Longitude,
        ["longitude"] = PositionRole.Longitude,
        ["kinhdo"] = PositionRole.Longitude,
        ["easting"] = PositionRole.Longitude,
        ["lat"] = PositionRole.Latitude,
        ["latitude"] = PositionRole.Latitude,
        ["vido"] = PositionRole.Latitude,
        ["northing"] = PositionRole.Latitude,
        ["x"] = PositionRole.X,
        ["toadox"] = PositionRole.X,
        ["xm"] = PositionRole.X,
        ["xvn2000"] = PositionRole.X,
        ["y"] = PositionRole.Y,
        ["toadoy"] = PositionRole.Y,
        ["ym"] = PositionRole.Y,
        ["yvn2000"] = PositionRole.Y,
        ["wkt"] = PositionRole.Wkt,
        ["geom"] = PositionRole.Wkt,
        ["geometry"] = PositionRole.Wkt,
        ["thegeom"] = PositionRole.Wkt,
    };

    /// <summary>The columns that are not part of the position.</summary>
    public bool Holds(int column) => column == X || column == Y || column == Wkt;

    /// <summary>Finds the columns by their headers, or as the options name them; or says what is missing.</summary>
    public static (PositionColumns? Found, string? Fault) Find(IReadOnlyList<string> headers, CsvColumns? named)
    {
        if (named is not null)
            return Named(headers, named);
        var roles = headers.Select(h => Roles.GetValueOrDefault(ColumnNames.Fold(h, ' ').Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant())).ToList();
        if (roles.IndexOf(PositionRole.Wkt) is >= 0 and var wkt)
            return (new PositionColumns(-1, -1, wkt, false), null);
        var (longitude, latitude) = (roles.IndexOf(PositionRole.Longitude), roles.IndexOf(PositionRole.Latitude));
        if (longitude >= 0 && latitude >= 0)
            return (new PositionColumns(longitude, latitude, -1, false), null);
        var (x, y) = (roles.IndexOf(PositionRole.X), roles.IndexOf(PositionRole.Y));
        return x >= 0 && y >= 0
            ? (new PositionColumns(x, y, -1, true), null)
            : (null, $"no columns with a position among {string.Join(", ", headers.Take(20).Select(h => $"'{h}'"))}; known are lon and lat, kinh độ and vĩ độ, X and Y, WKT, or name them");
    }

    private static (PositionColumns? Found, string? Fault) Named(IReadOnlyList<string> headers, CsvColumns named)
    {
        int Index(string? name) => name is null ? -1 : headers.ToList().FindIndex(h => h.Equals(name, StringComparison.OrdinalIgnoreCase));
        string?[] wanted = named.Wkt is not null ? [named.Wkt] : [named.X, named.Y];
        if (wanted.FirstOrDefault(n => Index(n) < 0) is { } missing)
            return (null, $"there is no column '{missing}'; the columns are {string.Join(", ", headers)}");
        if (wanted.Contains(null))
            return (null, "name both columns of the position, or one of well-known text");
        return named.Wkt is not null
            ? (new PositionColumns(-1, -1, Index(named.Wkt), false), null)
            : (new PositionColumns(Index(named.X), Index(named.Y), -1, false), null);
    }
}
