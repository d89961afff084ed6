namespace Geo.Engine.Grids.Surfaces;

/// <summary>How a slope is told.</summary>
public enum SlopeUnit
{
    /// <summary>Angle from the horizontal, 0 to 90 degrees.</summary>
    Degrees,

    /// <summary>Rise over run in percent, 0 upward.</summary>
    Percent,
}
