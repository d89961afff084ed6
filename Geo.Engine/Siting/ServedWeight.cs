namespace Geo.Engine.Siting;

/// <summary>Weight of cells, in all and by district.</summary>
/// <param name="Total">Of all cells.</param>
/// <param name="ByDistrict">Of each district, in the order of the problem.</param>
public sealed record ServedWeight(long Total, IReadOnlyList<long> ByDistrict)
{
    /// <summary>The weight of the cells that hold a condition.</summary>
    internal static ServedWeight Of(IReadOnlyList<DemandCell> cells, int districts, Predicate<int> counts)
    {
        var (total, byDistrict) = (0L, new long[districts]);
        for (var cell = 0; cell < cells.Count; cell++)
        {
            if (!counts(cell))
                continue;
            total += cells[cell].Weight;
            if (cells[cell].District >= 0)
                byDistrict[cells[cell].District] += cells[cell].Weight;
        }
        return new ServedWeight(total, byDistrict);
    }
}
