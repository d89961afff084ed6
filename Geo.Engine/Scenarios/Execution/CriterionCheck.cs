using Geo.Engine.Grids;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Whether criteria say anything in the study area.</summary>
internal static class CriterionCheck
{
    private const double FlatRange = 0.01;

    /// <summary>A problem for each criterion without a value in the area, a warning for each whose membership hardly varies there.</summary>
    public static IEnumerable<ScenarioProblem> Problems(Theme theme, IReadOnlyList<Grid<float>> criteria, Grid<byte> districts)
    {
        for (var i = 0; i < theme.Criteria.Count; i++)
        {
            var path = $"themes.{theme.Id}.criteria[{i}]";
            var (any, least, most) = Range(theme.Criteria[i].Membership, criteria[i], districts);
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

    private static (bool Any, double Least, double Most) Range(Membership membership, Grid<float> values, Grid<byte> districts)
    {
        var (least, most) = (float.PositiveInfinity, float.NegativeInfinity);
        var degrees = new float[values.Frame.Columns];
        for (var row = 0; row < values.Frame.Rows; row++)
        {
            var inside = districts.Row(row);
            if (!inside.ContainsAnyExcept((byte)0))
                continue;
            membership.Apply(values.Row(row), degrees);
            for (var column = 0; column < degrees.Length; column++)
                if (inside[column] != 0 && !float.IsNaN(degrees[column]))
                    (least, most) = (Math.Min(least, degrees[column]), Math.Max(most, degrees[column]));
        }
        return (least <= most, least, most);
    }
}
