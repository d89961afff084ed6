using System.Globalization;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Whether a scenario's grid fits into memory, before a cell of it is asked for.</summary>
internal static class GridMemory
{
    private const double MostShareOfMemory = 0.75;
    private const int BytesBesideCriteria = 40;

    /// <summary>A problem that names the need and the limit, or null.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="availableBytes">Memory that the process may use.</param>
    public static ScenarioProblem? Problem(Scenario scenario, long availableBytes)
    {
        var cells = scenario.Frame.WithHalo(scenario.HaloCells).CellCount;
        if (cells > Array.MaxLength)
            return new("grid.size", $"{scenario.Frame.Columns} x {scenario.Frame.Rows} cells and the halo are {Text(cells)} cells; at most {Text(Array.MaxLength)} are allowed", "use larger cells");
        var criteria = scenario.Themes.Max(t => t.Criteria.Count);
        var needed = cells * ((criteria * sizeof(float)) + BytesBesideCriteria);
        var limit = (long)(availableBytes * MostShareOfMemory);
        return needed <= limit
            ? null
            : new("grid.size", $"{Text(cells)} cells with {criteria} criteria need {Text(needed >> 20)} MiB of memory; the limit here is {Text(limit >> 20)} MiB", "use larger cells");
    }

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
