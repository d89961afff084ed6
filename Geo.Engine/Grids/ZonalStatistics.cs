namespace Geo.Engine.Grids;

/// <summary>
/// Statistics of a grid by zone. Sums are compensated and taken in bands of rows whose number depends on the frame and the zones alone,
/// then band after band: the same bits for any number of threads.
/// Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54 (1974).
/// </summary>
public static class ZonalStatistics
{
    private const int MostBands = 16;
    private const int MostTallies = 1_000_000;

    /// <summary>Statistics of each zone; the list's index is the zone, and item 0 stands for the cells in no zone.</summary>
    /// <param name="values">Rows x columns; NaN is skipped and counted.</param>
    /// <param name="zones">Zones on the same frame.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The grids do not lie on the same frame.</exception>
    public static IReadOnlyList<ZoneStatistics> Compute(Grid<float> values, ZoneGrid zones, int threads, CancellationToken cancellation)
    {
        GuardFrames(values.Frame, zones);
        void Add(ZoneTally[] tallies, int row) => AddRow(tallies, values.Row(row), zones, row);
        var total = Tally(zones, zones.Count + 1, Add, threads, cancellation);
        return Array.ConvertAll(total, tally => tally.Statistics);
    }

    /// <summary>Cells and hectares of each class in each zone.</summary>
    /// <param name="classes">Rows x columns.</param>
    /// <param name="zones">Zones on the same frame.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The grids do not lie on the same frame.</exception>
    public static ClassAreas CountByClass(Grid<byte> classes, ZoneGrid zones, int threads, CancellationToken cancellation)
    {
        GuardFrames(classes.Frame, zones);
        void Add(ZoneTally[] tallies, int row) => AddRow(tallies, classes.Row(row), zones, row);
        var total = Tally(zones, checked((zones.Count + 1) * ClassAreas.ClassCount), Add, threads, cancellation);
        return new ClassAreas(Array.ConvertAll(total, tally => tally.Statistics));
    }

    private static ZoneTally[] Tally(ZoneGrid zones, int count, Action<ZoneTally[], int> add, int threads, CancellationToken cancellation)
    {
        var rows = zones.Labels.Frame.Rows;
        var bands = Math.Clamp(MostTallies / count, 1, MostBands);
        var bandRows = (rows + bands - 1) / bands;
        var tallies = new ZoneTally[bands][];
        void Band(int from, int to)
        {
            var band = new ZoneTally[count];
            Array.Fill(band, ZoneTally.Empty);
            for (var row = from; row < to; row++)
                add(band, row);
            tallies[from / bandRows] = band;
        }
        GridRows.ForEachStrip(rows, threads, Band, cancellation, bandRows);
        var total = tallies[0];
        foreach (var band in tallies.Skip(1).TakeWhile(band => band is not null))
        {
            for (var i = 0; i < count; i++)
                total[i].Add(band[i]);
        }
        return total;
    }

    private static void AddRow(ZoneTally[] tallies, ReadOnlySpan<float> values, ZoneGrid zones, int row)
    {
        var labels = zones.Labels.Row(row);
        var hectares = zones.Areas.ColumnHectares;
        var factor = zones.Areas.RowFactors[row];
        for (var column = 0; column < values.Length; column++)
            tallies[labels[column]].Add(values[column], factor * hectares[column]);
    }

    private static void AddRow(ZoneTally[] tallies, ReadOnlySpan<byte> classes, ZoneGrid zones, int row)
    {
        var labels = zones.Labels.Row(row);
        var hectares = zones.Areas.ColumnHectares;
        var factor = zones.Areas.RowFactors[row];
        for (var column = 0; column < classes.Length; column++)
            tallies[(labels[column] * ClassAreas.ClassCount) + classes[column]].Add(classes[column], factor * hectares[column]);
    }

    private static void GuardFrames(GridFrame frame, ZoneGrid zones)
    {
        if (frame != zones.Labels.Frame)
            throw new ArgumentException($"values lie on {frame}, zones on {zones.Labels.Frame}", nameof(zones));
    }
}
