namespace Geo.Engine.Formats.Csv;

/// <summary>What a header says a position column is.</summary>
internal enum PositionRole
{
    /// <summary>No position.</summary>
    None,

    /// <summary>Longitude.</summary>
    Longitude,

    /// <summary>Latitude.</summary>
    Latitude,

    /// <summary>"X": easting to some, northing on Vietnamese paper.</summary>
    X,

    /// <summary>"Y": northing to some, easting on Vietnamese paper.</summary>
    Y,

    /// <summary>Well-known text.</summary>
    Wkt,
}
