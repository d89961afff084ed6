using Geo.Engine.Grids;
using Geo.Engine.Suitability;

namespace Geo.Engine.Zoning;

/// <summary>Cuts zones out of a class grid: connected patches of one class within one district.</summary>
public static class ZoneExtraction
{
    /// <summary>Most districts that can be told apart: one byte holds four classes of each.</summary>
    public const int MostDistricts = 63;

    /// <summary>The zones of classes that have already been generalised.</summary>
    /// <param name="cells">Classes, scores and districts.</param>
    /// <param name="settings">Lowest class and connectivity.</param>
    /// <param name="execution">Cell areas and how to run.</param>
    public static ZoneMap Extract(ClassifiedCells cells, ZoneSettings settings, ZoneExecution execution)
    {
        var connectivity = settings.EightNeighbours ? Connectivity.Eight : Connectivity.Four;
        var patches = ConnectedComponents.Label(Codes(cells, settings), connectivity, execution.Threads, execution.Cancellation);
        // Components come by their first cell; codes rise by class, then district.
        var order = Enumerable.Range(1, patches.Count).OrderBy(label => patches.Classes[label]).ThenBy(label => label).ToArray();
        var hectares = patches.Hectares(execution.Areas);
        var scores = ScoreSums(patches, cells.Score);
        Renumber(patches.Labels, order);
        return new ZoneMap(cells.Classes, patches.Labels, [.. order.Select(patch => new Zone(
            (SuitabilityClass)(((patches.Classes[patch] - 1) / MostDistricts) + 1),
            ((patches.Classes[patch] - 1) % MostDistricts) + 1,
            patches.CellCounts[patch],
            hectares[patch],
            scores[patch] / patches.CellCounts[patch]))]);
    }

    /// <summary>One code for each pair of class and district; 0 where there is no zone.</summary>
    private static Grid<byte> Codes(ClassifiedCells cells, ZoneSettings settings)
    {
        var codes = new Grid<byte>(cells.Classes.Frame);
        var suitability = cells.Classes.Cells;
        var district = cells.Districts.Cells;
        var target = codes.Cells;
        for (var i = 0; i < target.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(district[i], MostDistricts);
            if (suitability[i] != 0 && suitability[i] <= (byte)settings.LowestClass && district[i] != 0)
                target[i] = (byte)(((suitability[i] - 1) * MostDistricts) + district[i]);
        }
        return codes;
    }

    private static double[] ScoreSums(ComponentLabels patches, Grid<float> score)
    {
        var sums = new double[patches.Count + 1];
        var patch = patches.Labels.Cells;
        var value = score.Cells;
        for (var i = 0; i < patch.Length; i++)
            if (patch[i] != 0)
                sums[patch[i]] += value[i];
        return sums;
    }

    private static void Renumber(Grid<int> labels, int[] order)
    {
        var number = new int[order.Length + 1];
        for (var i = 0; i < order.Length; i++)
            number[order[i]] = i + 1;
        var cells = labels.Cells;
        for (var i = 0; i < cells.Length; i++)
            cells[i] = number[cells[i]];
    }
}
