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

    /// <summary>A valid geometry that covers the same ground, null when nothing is left; or false when rounding keeps the mending from an end.</summary>
    public static bool TryMend(Geometry geometry, out Geometry? mended)
    {
        mended = null;
        try
        {
            var whole = GeometryFixer.Fix(geometry, isKeepMulti: true);
            mended = whole.IsEmpty ? null : whole;
            return mended is null || mended.IsValid;
        }
        catch (TopologyException)
        {
            return false;
        }
        catch (ArgumentException)
        {
            // Ordinates beside each other that differ by hundreds of powers of ten end in NaN inside the snapping noder.
            return false;
        }
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
