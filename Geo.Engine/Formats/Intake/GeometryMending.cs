using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;

namespace Geo.Engine.Formats.Intake;

/// <summary>
/// Makes invalid geometry valid. Valid geometry is not touched, repeated positions included. Deviations from the source: parts that collapse to a lower dimension are dropped.
/// Source: M. Davis 2021, "Fixing Invalid Geometry with the GeometryFixer" (JTS), the structure rule: shells are united, holes
/// are cut out; buffer(0), which loses lobes of a bow-tie, is not used.
/// </summary>
internal static class GeometryMending
{
    /// <summary>What breaks the rules of OGC Simple Features, in words; null for a valid geometry.</summary>
    public static string? FindFault(Geometry geometry)
    {
        var check = new IsValidOp(geometry);
        if (check.IsValid)
            return null;
        var error = check.ValidationError;
        return error.Coordinate is { } at
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Words(error.ErrorType)} at x {at.X:0.######}, y {at.Y:0.######}")
            : Words(error.ErrorType);
    }

    /// <summary>A valid geometry that covers the same ground, or null when nothing is left.</summary>
    /// <exception cref="TopologyException">Rounding keeps the mending from an end.</exception>
    public static Geometry? Mend(Geometry geometry)
    {
        var mended = GeometryFixer.Fix(geometry, isKeepMulti: true);
        return mended.IsEmpty ? null : mended;
    }

    private static string Words(TopologyValidationErrors error) => error switch
    {
        TopologyValidationErrors.SelfIntersection => "lines of the polygon cross or run back on themselves",
        TopologyValidationErrors.RingSelfIntersection => "a ring touches itself",
        TopologyValidationErrors.HoleOutsideShell => "a hole lies outside its shell",
        TopologyValidationErrors.NestedHoles => "a hole lies in a hole",
        TopologyValidationErrors.NestedShells => "a shell lies in another",
        TopologyValidationErrors.DisconnectedInteriors => "the inside is cut in two",
        TopologyValidationErrors.DuplicateRings => "a ring is given twice",
        TopologyValidationErrors.TooFewPoints => "too few different positions",
        _ => "not a valid geometry",
    };
}
