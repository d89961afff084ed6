using System.Collections.Concurrent;
using Geo.Engine.Grids;
using Geo.Engine.Suitability;

namespace Geo.Benchmarks.Peers;

/// <summary>Combines the criteria of files a strip of rows at a time, so that memory does not grow with their number.</summary>
internal static class StripCombination
{
    private const int StripRows = 32;

    /// <summary>The mean of the degrees of all files on a linear ramp from 10 to 90; NaN where one of them has no value.</summary>
    public static Grid<float> Combine(string[] paths, int threads)
    {
        var streams = Array.ConvertAll(paths, path => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0));
        try
        {
            return Combine(Array.ConvertAll(streams, GeoTiffFile.OpenRows<float>), threads);
        }
        finally
        {
            Array.ForEach(streams, stream => stream.Dispose());
        }
    }

    private static Grid<float> Combine(GeoTiffRows<float>[] files, int threads)
    {
        var frame = files[0].Frame;
        var result = new Grid<float>(frame);
        var spare = new ConcurrentBag<Grid<float>[]>();
        void Strip(int from, int to)
        {
            var whole = to - from == StripRows;
            var values = whole && spare.TryTake(out var used) ? used : Grids(frame with { Rows = to - from }, files.Length);
            for (var i = 0; i < files.Length; i++)
                files[i].Read(from, values[i].Cells);
            var reasons = new Grid<byte>(values[0].Frame);
            var score = Combination.Combine(Criteria(values), Aggregation.WeightedSum, reasons, 1, CancellationToken.None);
            score.Cells.CopyTo(result.Cells[(from * frame.Columns)..]);
            if (whole)
                spare.Add(values);
        }
        GridRows.ForEachStrip(frame.Rows, threads, Strip, CancellationToken.None, StripRows);
        return result;
    }

    private static Grid<float>[] Grids(GridFrame frame, int count) => [.. Enumerable.Range(0, count).Select(_ => new Grid<float>(frame))];

    private static WeightedCriterion[] Criteria(Grid<float>[] values)
    {
        var ramp = new Membership.Slope(10, 90, Shoulder.Linear);
        return [.. values.Select(v => new WeightedCriterion(v, ramp, 1.0 / values.Length, MissingValue.Exclude, 1))];
    }
}
