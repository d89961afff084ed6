using Geo.Engine.Features;
using Geo.Engine.Grids;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>The numbers in a theme's grid of reasons: constraints from 1, then criteria without data, then what the zone rules did.</summary>
internal static class ReasonCodes
{
    /// <summary>A suitable area below the minimum: N instead of its class.</summary>
    public const byte UnderMinimumArea = 250;

    /// <summary>A hole that was filled.</summary>
    public const byte FilledHole = 251;

    /// <summary>A small patch that took the class of its neighbour.</summary>
    public const byte SmallPatch = 252;

    /// <summary>Outside the study area.</summary>
    public const byte Outside = 255;

    /// <summary>Most constraints and criteria together.</summary>
    public const int Most = 249;

    /// <summary>The code of a constraint.</summary>
    public static byte OfConstraint(int index) => (byte)(index + 1);

    /// <summary>The code of a criterion without a value.</summary>
    public static byte OfCriterion(Theme theme, int index) => (byte)(theme.Constraints.Count + index + 1);

    /// <summary>What the codes of a grid mean and how often each occurs; constraints and criteria are named even when they removed nothing.</summary>
    public static IReadOnlyList<ExclusionReason> Table(Theme theme, Grid<byte> reasons)
    {
        var constraints = theme.Constraints.Select((c, i) => new ExclusionReason(OfConstraint(i), c.Id, c.Title, c.LegalSource, reasons.Cells.Count(OfConstraint(i))));
        var criteria = theme.Criteria.Select((c, i) => new ExclusionReason(
            OfCriterion(theme, i),
            $"no-data:{c.Id}",
            new BilingualText($"Không có dữ liệu: {c.Title.Vi}", $"No data: {c.Title.En}"),
            null,
            reasons.Cells.Count(OfCriterion(theme, i))));
        ExclusionReason[] rules =
        [
            new(UnderMinimumArea, "under-minimum-area", new("Khu vực nhỏ hơn diện tích tối thiểu", "Area smaller than the minimum"), null, reasons.Cells.Count(UnderMinimumArea)),
            new(FilledHole, "filled-hole", new("Khoảng trống nhỏ được lấp", "Small hole that was filled"), null, reasons.Cells.Count(FilledHole)),
            new(SmallPatch, "small-patch", new("Mảnh nhỏ gộp vào vùng bên cạnh", "Small patch joined to its neighbour"), null, reasons.Cells.Count(SmallPatch)),
            new(Outside, "outside", new("Ngoài khu vực nghiên cứu", "Outside the study area"), null, reasons.Cells.Count(Outside)),
        ];
        return [.. constraints, .. criteria, .. rules];
    }
}
