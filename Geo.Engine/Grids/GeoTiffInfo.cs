using Geo.Engine.Geodesy;

namespace Geo.Engine.Grids;

/// <summary>What a GeoTIFF says of itself, read without its cells.</summary>
public sealed record GeoTiffInfo
{
    /// <summary>Number of columns, at least 1.</summary>
    public required int Columns { get; init; }

    /// <summary>Number of rows, at least 1.</summary>
    public required int Rows { get; init; }

    /// <summary>Outer edge of the top-left cell, x then y, in units of the system.</summary>
    public required (double X, double Y) TopLeft { get; init; }

    /// <summary>Width of a cell in units of the system, greater than 0.</summary>
    public required double CellWidth { get; init; }

    /// <summary>Height of a cell in units of the system, greater than 0.</summary>
    public required double CellHeight { get; init; }

    /// <summary>The EPSG code of the coordinate system; the file is refused when it names none.</summary>
    public required int EpsgCode { get; init; }

    /// <summary>The system, or null when it is none of <see cref="CoordinateSystems.All"/>.</summary>
    public required CoordinateSystem? System { get; init; }

    /// <summary>The type of the stored samples.</summary>
    public required Type SampleType { get; init; }

    /// <summary>The declared nodata value, or null.</summary>
    public required double? Nodata { get; init; }

    /// <summary>Number of smaller copies in the file.</summary>
    public required int Overviews { get; init; }
}
