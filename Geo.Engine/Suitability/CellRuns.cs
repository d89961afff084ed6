using Geo.Engine.Grids;

namespace Geo.Engine.Suitability;

/// <summary>Walks the rows from..to of a frame in runs of at most <see cref="DegreeRows.MostCells"/> cells that lie in one row.</summary>
internal static class CellRuns
{
    /// <summary>What is done with a run.</summary>
    public delegate void Visit(int row, int start, int length);

    /// <summary>Calls <paramref name="visit"/> for every run in order.</summary>
    public static void ForEach(GridFrame frame, int from, int to, Visit visit)
    {
        for (var row = from; row < to; row++)
            for (var start = 0; start < frame.Columns; start += DegreeRows.MostCells)
                visit(row, start, Math.Min(DegreeRows.MostCells, frame.Columns - start));
    }
}
