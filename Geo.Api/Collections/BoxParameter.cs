using System.Globalization;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Api.Collections;

/// <summary>
/// The parameter <c>bbox</c>: the lower and the upper corner in the order of axes of its system, or the same with heights, which are dropped
/// as layers are flat. Only degrees cross the antimeridian.
/// </summary>
internal static class BoxParameter
{
    private static readonly BilingualText EastFirst = new(
        "4 hoặc 6 số: tây,nam,đông,bắc theo độ (kinh độ -360..360, vĩ độ -90..90, nam không lớn hơn bắc); tây lớn hơn đông là vượt kinh tuyến 180",
        "4 or 6 numbers: west,south,east,north in degrees (longitude -360 to 360, latitude -90 to 90, south not above north); west beyond east crosses the antimeridian");

    private static readonly BilingualText NorthFirst = new(
        "4 hoặc 6 số: nam,tây,bắc,đông theo độ (vĩ độ -90..90, kinh độ -360..360, nam không lớn hơn bắc); tây lớn hơn đông là vượt kinh tuyến 180",
        "4 or 6 numbers: south,west,north,east in degrees (latitude -90 to 90, longitude -360 to 360, south not above north); west beyond east crosses the antimeridian");

    private static readonly BilingualText Metres = new(
        "4 hoặc 6 số: tây,nam,đông,bắc theo mét (tây không lớn hơn đông, nam không lớn hơn bắc)",
        "4 or 6 numbers: west,south,east,north in metres (west not beyond east, south not above north)");

    /// <summary>What is allowed in a system, for people.</summary>
    public static BilingualText Allowed(CoordinateSystem system) =>
        !system.IsGeographic ? Metres : system.AxisOrder == AxisOrder.NorthEast ? NorthFirst : EastFirst;

    /// <summary>The boxes asked for, each with west not beyond east; null when the text is none.</summary>
    public static IReadOnlyList<Extent>? Parse(string text, CoordinateSystem system)
    {
        if (Corners(text) is not { } box)
            return null;
        if (system.AxisOrder == AxisOrder.NorthEast)
            box = new(box.MinY, box.MinX, box.MaxY, box.MaxX);
        if (box.MinY > box.MaxY)
            return null;
        if (system.IsGeographic)
            return OnTheGlobe(box);
        return box.MinX > box.MaxX ? null : [box];
    }

    private static Extent? Corners(string text)
    {
        var parts = text.Split(',');
        if (parts.Length is not (4 or 6))
            return null;
        var numbers = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
                return null;
        }
        var half = parts.Length / 2;
        return new(numbers[0], numbers[1], numbers[half], numbers[half + 1]);
    }

    private static IReadOnlyList<Extent>? OnTheGlobe(Extent box)
    {
        if (box.MinY < -90 || box.MaxY > 90 || Math.Abs(box.MinX) > 360 || Math.Abs(box.MaxX) > 360)
            return null;
        if (box.MinX > box.MaxX)
            return [box with { MaxX = 180 }, box with { MinX = -180 }];
        if (box.MaxX > 180)
            return [box, box with { MinX = Math.Max(-180, box.MinX - 360), MaxX = box.MaxX - 360 }];
        return box.MinX < -180 ? [box, box with { MinX = box.MinX + 360, MaxX = Math.Min(180, box.MaxX + 360) }] : [box];
    }
}
