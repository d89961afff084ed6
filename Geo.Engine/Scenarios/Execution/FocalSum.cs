using Geo.Engine.Grids;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Sums within a circle, on the source's own cells.</summary>
internal static class FocalSum
{
    /// <summary>For each cell the sum over the cells whose centres lie within the radius of its own. Nodata counts as 0, and so does what lies beyond.</summary>
    public static Grid<float> Of(Grid<float> source, double radiusMetres, int threads, CancellationToken cancellation)
    {
        var sums = new Grid<float>(source.Frame);
        var prefix = RowPrefixSums(source);
        GridRows.ForEachStrip(source.Frame.Rows, threads, (from, to) => SumRows(prefix, sums, radiusMetres, from, to), cancellation);
        return sums;
    }

    /// <summary>prefix[row, n] = sum of the first n values of the row.</summary>
    private static double[][] RowPrefixSums(Grid<float> source)
    {
        var prefix = new double[source.Frame.Rows][];
        for (var row = 0; row < prefix.Length; row++)
        {
            prefix[row] = new double[source.Frame.Columns + 1];
            var values = source.Row(row);
            for (var column = 0; column < values.Length; column++)
                prefix[row][column + 1] = prefix[row][column] + (float.IsNaN(values[column]) ? 0 : values[column]);
        }
        return prefix;
    }

    private static void SumRows(double[][] prefix, Grid<float> sums, double radiusMetres, int from, int to)
    {
        var frame = sums.Frame;
        var reach = (int)(radiusMetres / frame.CellSizeMetres);
        for (var row = from; row < to; row++)
            for (var other = Math.Max(0, row - reach); other <= Math.Min(frame.Rows - 1, row + reach); other++)
            {
                var down = (other - row) * frame.CellSizeMetres;
                var half = (int)(Math.Sqrt((radiusMetres * radiusMetres) - (down * down)) / frame.CellSizeMetres);
                AddRow(prefix[other], sums.Row(row), half);
            }
    }

    private static void AddRow(double[] prefix, Span<float> sums, int half)
    {
        for (var column = 0; column < sums.Length; column++)
            sums[column] += (float)(prefix[Math.Min(sums.Length, column + half + 1)] - prefix[Math.Max(0, column - half)]);
    }
}
