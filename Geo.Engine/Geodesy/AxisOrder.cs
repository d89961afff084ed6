namespace Geo.Engine.Geodesy;

/// <summary>
/// The order in which a coordinate system's authority lists its axes. The engine always holds x = longitude or easting,
/// y = latitude or northing; this order matters only where coordinates enter or leave.
/// </summary>
public enum AxisOrder
{
    /// <summary>Easting or longitude first (CRS84, VN-2000 TM-3, UTM).</summary>
    EastNorth,

    /// <summary>Northing or latitude first (EPSG:4326, EPSG:4756).</summary>
    NorthEast,
}
