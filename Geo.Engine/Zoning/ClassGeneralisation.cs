using Geo.Engine.Grids;
using Geo.Engine.Suitability;

namespace Geo.Engine.Zoning;

/// <summary>
/// Makes of a class per cell a class that can be planned with. The order is fixed, because another order gives another map:
/// 1. suitable areas (all suitable classes together) smaller than the minimum become N; 2. holes of N that are not larger than the limit and
/// enclosed by suitable cells alone become the lowest suitable class; 3. patches of one class smaller than the minimum patch join
/// their largest neighbour among the suitable classes. Cells without class are never touched, and a hole that touches one is none.
/// </summary>
public static class ClassGeneralisation
{
    private const byte NotSuitable = (byte)SuitabilityClass.N;

    /// <summary>The class numbers after the three steps, a new grid.</summary>
    /// <param name="classes">Class numbers, rows x columns; 0 = none.</param>
    /// <param name="settings">Lowest suitable class, connectivity, areas.</param>
    /// <param name="execution">Cell areas and how to run.</param>
    public static Grid<byte> Apply(Grid<byte> classes, ZoneSettings settings, ZoneExecution execution)
    {
        var result = new Grid<byte>(classes.Frame, classes.Cells.ToArray());
        var lowest = (byte)settings.LowestClass;
        if (lowest < NotSuitable && settings.MinAreaHectares > 0)
            DropSmallAreas(result, settings, execution);
        if (lowest < NotSuitable && settings.FillHolesHectares > 0)
            FillHoles(result, settings, execution);
        return settings.MinPatchHectares > 0 ? MergePatches(result, settings, execution) : result;
    }

    private static void DropSmallAreas(Grid<byte> classes, ZoneSettings settings, ZoneExecution execution)
    {
        var suitable = Select(classes, c => (byte)(c != 0 && c <= (byte)settings.LowestClass ? 1 : 0), execution);
        var components = ConnectedComponents.Label(suitable, Neighbours(settings.EightNeighbours), execution.Threads, execution.Cancellation);
        var hectares = components.Hectares(execution.Areas);
        Replace(classes, components, label => hectares[label] < settings.MinAreaHectares, NotSuitable, execution);
    }

    private static void FillHoles(Grid<byte> classes, ZoneSettings settings, ZoneExecution execution)
    {
        // What encloses a hole with four neighbours leaks at no corner for eight, and the other way round.
        var around = Neighbours(!settings.EightNeighbours);
        var unsuitable = Select(classes, c => (byte)(c > (byte)settings.LowestClass ? 1 : 0), execution);
        var components = ConnectedComponents.Label(unsuitable, around, execution.Threads, execution.Cancellation);
        var hectares = components.Hectares(execution.Areas);
        var open = TouchingNothing(classes, components, around == Connectivity.Eight);
        Replace(classes, components, label => !open[label] && hectares[label] <= settings.FillHolesHectares, (byte)settings.LowestClass, execution);
    }

    /// <summary>Which components touch a cell without class or the edge of the grid.</summary>
    private static bool[] TouchingNothing(Grid<byte> classes, ComponentLabels components, bool corners)
    {
        var (rows, columns) = (classes.Frame.Rows, classes.Frame.Columns);
        var open = new bool[components.Count + 1];
        for (var row = 0; row < rows; row++)
        {
            var labels = components.Labels.Row(row);
            for (var column = 0; column < columns; column++)
                if (labels[column] != 0 && !open[labels[column]])
                    open[labels[column]] = HasEmptyNeighbour(classes, row, column, corners);
        }
        return open;
    }

    private static bool HasEmptyNeighbour(Grid<byte> classes, int row, int column, bool corners)
    {
        for (var down = -1; down <= 1; down++)
            for (var right = -1; right <= 1; right++)
            {
                var (r, c) = (row + down, column + right);
                var counts = corners || down == 0 || right == 0;
                if (counts && (r < 0 || c < 0 || r >= classes.Frame.Rows || c >= classes.Frame.Columns || classes[r, c] == 0))
                    return true;
            }
        return false;
    }

    private static Grid<byte> MergePatches(Grid<byte> classes, ZoneSettings settings, ZoneExecution execution)
    {
        var middle = execution.Areas[classes.Frame.Rows / 2, classes.Frame.Columns / 2];
        var rule = new SieveRule((int)Math.Min(int.MaxValue, Math.Ceiling(settings.MinPatchHectares / middle)), Neighbours(settings.EightNeighbours));
        var zoned = Select(classes, c => c <= (byte)settings.LowestClass ? c : (byte)0, execution);
        var merged = Sieve.Apply(zoned, rule, execution.Threads, execution.Cancellation);
        var before = classes.Cells;
        var after = merged.Cells;
        for (var i = 0; i < after.Length; i++)
            if (after[i] == 0)
                after[i] = before[i];
        return merged;
    }

    private static Connectivity Neighbours(bool eight) => eight ? Connectivity.Eight : Connectivity.Four;

    private static Grid<byte> Select(Grid<byte> classes, Func<byte, byte> select, ZoneExecution execution)
    {
        var table = new byte[256];
        for (var code = 0; code < table.Length; code++)
            table[code] = select((byte)code);
        var selected = new Grid<byte>(classes.Frame);
        void Strip(int from, int to)
        {
            for (var row = from; row < to; row++)
            {
                ReadOnlySpan<byte> source = classes.Row(row);
                var target = selected.Row(row);
                for (var column = 0; column < target.Length; column++)
                    target[column] = table[source[column]];
            }
        }
        GridRows.ForEachStrip(classes.Frame.Rows, execution.Threads, Strip, execution.Cancellation);
        return selected;
    }

    /// <summary>Gives the cells of the chosen components a class.</summary>
    private static void Replace(Grid<byte> classes, ComponentLabels components, Func<int, bool> chosen, byte replacement, ZoneExecution execution)
    {
        var replaced = new bool[components.Count + 1];
        for (var label = 1; label < replaced.Length; label++)
            replaced[label] = chosen(label);
        void Strip(int from, int to)
        {
            for (var row = from; row < to; row++)
            {
                ReadOnlySpan<int> labels = components.Labels.Row(row);
                var codes = classes.Row(row);
                for (var column = 0; column < codes.Length; column++)
                    if (replaced[labels[column]])
                        codes[column] = replacement;
            }
        }
        GridRows.ForEachStrip(classes.Frame.Rows, execution.Threads, Strip, execution.Cancellation);
    }
}
