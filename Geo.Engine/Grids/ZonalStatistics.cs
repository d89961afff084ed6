namespace Geo.Engine.Grids;

/// <summary>Statistics of a grid by zone.</summary>
public static class ZonalStatistics
{
    /// <summary>Statistics of each zone; the list's index is the zone, and item 0 stands for the cells in no zone.</summary>
    /// <param name="values">Rows x columns; NaN is skipped and counted.</param>
    /// <param name="zones">Zones on the same frame.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<ZoneStatistics> Compute(Grid<float> values, ZoneGrid zones, int threads, CancellationToken cancellation) =>
        throw new InvalidOperationException($"{values} {zones} {threads} {cancellation}");

    /// <summary>Cells and hectares of each class in each zone.</summary>
    /// <param name="classes">Rows x columns.</param>
    /// <param name="zones">Zones on the same frame.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ClassAreas CountByClass(Grid<byte> classes, ZoneGrid zones, int threads, CancellationToken cancellation) =>
        throw new InvalidOperationException($"{classes} {zones} {threads} {cancellation}");
}
