using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Whether criteria say anything in the study area.</summary>
internal static class CriterionCheck
{
    private const double FlatRange = 0.01;

    /// <summary>A problem for each criterion without a value in the area, a warning for each whose membership hardly varies there.</summary>
    public static IEnumerable<ScenarioProblem> Problems(Theme theme, IReadOnlyList<Surface> criteria, Grid<byte> districts, int threads, CancellationToken cancellation)
    {
        for (var i = 0; i < theme.Criteria.Count; i++)
        {
            var path = $"themes.{theme.Id}.criteria[{i}]";
            var (any, least, most) = Range(theme.Criteria[i].Membership, criteria[i], districts, threads, cancellation);
            if (!any)
                yield return new(path, new($"tiêu chí '{theme.Criteria[i].Id}' không có dữ liệu trong vùng nghiên cứu", $"criterion '{theme.Criteria[i].Id}' has no data in the study area"), new("xem lại phạm vi và tầm với của lớp", "look at the extent and the reach of its layer"));
            else if (most - least < FlatRange && theme.Criteria.Count > 1)
                yield return new(
                    path,
                    new(
                        FormattableString.Invariant($"tiêu chí '{theme.Criteria[i].Id}' hầu như không thay đổi trong vùng nghiên cứu (mức thuộc {least:0.###} đến {most:0.###}): trọng số của nó không quyết định gì"),
                        FormattableString.Invariant($"criterion '{theme.Criteria[i].Id}' hardly varies in the study area (membership {least:0.###} to {most:0.###}): its weight decides nothing")),
                    IsWarning: true);
        }
    }

    private static (bool Any, double Least, double Most) Range(
        Membership membership, Surface values, Grid<byte> districts, int threads, CancellationToken cancellation)
    {
        var gate = new Lock();
        var (least, most) = (float.PositiveInfinity, float.NegativeInfinity);
        void Strip(int from, int to)
        {
            // What varies is not told how much: the rest need not be looked at.
            if (Volatile.Read(ref most) - Volatile.Read(ref least) >= FlatRange)
                return;
            var (low, high) = Range(membership, values, districts, from, to);
            lock (gate)
                (least, most) = (Math.Min(least, low), Math.Max(most, high));
        }
        GridRows.ForEachStrip(districts.Frame.Rows, threads, Strip, cancellation, values.RowsTogether);
        return (least <= most, least, most);
    }

    private static (float Least, float Most) Range(Membership membership, Surface values, Grid<byte> districts, int from, int to)
    {
        var (least, most) = (float.PositiveInfinity, float.NegativeInfinity);
        var degrees = new float[districts.Frame.Columns];
        for (var row = from; row < to; row++)
        {
            var inside = districts.Row(row);
            if (!inside.ContainsAnyExcept((byte)0))
                continue;
            values.Read(row, degrees);
            var first = inside.IndexOfAnyExcept((byte)0);
            var end = inside.LastIndexOfAnyExcept((byte)0) + 1;
            membership.Apply(degrees.AsSpan(first..end), degrees.AsSpan(first..end));
            for (var column = first; column < end; column++)
                if (inside[column] != 0 && !float.IsNaN(degrees[column]))
                    (least, most) = (Math.Min(least, degrees[column]), Math.Max(most, degrees[column]));
        }
        return (least, most);
    }
}
