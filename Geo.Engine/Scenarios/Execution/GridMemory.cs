using System.Globalization;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Whether a scenario's grid fits into memory, before a cell of it is asked for.</summary>
internal static class GridMemory
{
    private const double MostShareOfMemory = 0.75;
    private const int BytesBesideCriteria = 20;

    /// <summary>A problem that names the need and the limit, or null.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="availableBytes">Memory that the process may use.</param>
    /// <param name="mostBytesMeasured">Most of it that measured values may take; the rest of them goes to files.</param>
    public static ScenarioProblem? Problem(Scenario scenario, long availableBytes, long mostBytesMeasured)
    {
        var cells = scenario.Frame.WithHalo(scenario.HaloCells).CellCount;
        if (cells > Array.MaxLength)
            return new("grid.size", new($"{scenario.Frame.Columns} x {scenario.Frame.Rows} ô cùng vành đai là {Text(cells)} ô; tối đa {Text(Array.MaxLength)}", $"{scenario.Frame.Columns} x {scenario.Frame.Rows} cells and the halo are {Text(cells)} cells; at most {Text(Array.MaxLength)} are allowed"), new("dùng ô lớn hơn", "use larger cells"));
        var criteria = scenario.Themes.Max(t => t.Criteria.Count);
        var needed = (cells * BytesBesideCriteria) + Math.Min(cells * criteria * sizeof(float), mostBytesMeasured);
        var limit = (long)(availableBytes * MostShareOfMemory);
        return needed <= limit
            ? null
            : new("grid.size", new($"{Text(cells)} ô với {criteria} tiêu chí cần {Text(needed >> 20)} MiB bộ nhớ; giới hạn ở đây là {Text(limit >> 20)} MiB", $"{Text(cells)} cells with {criteria} criteria need {Text(needed >> 20)} MiB of memory; the limit here is {Text(limit >> 20)} MiB"), new("dùng ô lớn hơn", "use larger cells"));
    }

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
