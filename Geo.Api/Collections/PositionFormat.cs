using Geo.Engine.Geodesy;

namespace Geo.Api.Collections;

/// <summary>How positions of a system are written: in the order of axes its authority gives, rounded to 7 decimals of a degree (1 cm) or 3 of a metre.</summary>
/// <param name="IsNorthFirst">Whether latitude or northing comes before longitude or easting.</param>
/// <param name="Decimals">Most decimals of an ordinate.</param>
internal readonly record struct PositionFormat(bool IsNorthFirst, int Decimals)
{
    /// <summary>The format of a system.</summary>
    public static PositionFormat Of(CoordinateSystem system) => new(system.AxisOrder == AxisOrder.NorthEast, system.IsGeographic ? 7 : 3);
}
