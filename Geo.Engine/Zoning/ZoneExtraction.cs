using Geo.Engine.Grids;
using Geo.Engine.Suitability;

namespace Geo.Engine.Zoning;

/// <summary>Cuts zones out of a class grid: connected patches of one class within one district.</summary>
public static class ZoneExtraction
{
    /// <summary>The zones of classes that have already been generalised.</summary>
    /// <param name="classes">Class numbers, rows x columns; 0 = none.</param>
    /// <param name="score">Scores on the same frame; NaN at most where there is no class.</param>
    /// <param name="districts">District numbers, from 1, on the same frame; cells outside all districts are in no zone.</param>
    /// <param name="settings">Lowest class and connectivity.</param>
    /// <param name="execution">Cell areas and how to run.</param>
    public static ZoneMap Extract(Grid<byte> classes, Grid<float> score, Grid<byte> districts, ZoneSettings settings, ZoneExecution execution)
    {
        var labels = new Grid<int>(classes.Frame);
        var zones = new List<Zone>();
        for (var suitability = SuitabilityClass.S1; suitability <= settings.LowestClass; suitability++)
        {
            var patches = Patches(classes, districts, suitability, settings.EightNeighbours, execution);
            zones.AddRange(Number(patches, labels, score, zones.Count, suitability, execution.Areas));
        }
        return new ZoneMap(classes, labels, zones);
    }

    private static ComponentLabels Patches(
        Grid<byte> classes, Grid<byte> districts, SuitabilityClass suitability, bool eightNeighbours, ZoneExecution execution)
    {
        var inClass = new Grid<byte>(classes.Frame);
        var source = classes.Cells;
        var district = districts.Cells;
        var target = inClass.Cells;
        for (var i = 0; i < target.Length; i++)
            target[i] = source[i] == (byte)suitability ? district[i] : (byte)0;
        var connectivity = eightNeighbours ? Connectivity.Eight : Connectivity.Four;
        return ConnectedComponents.Label(inClass, connectivity, execution.Threads, execution.Cancellation);
    }

    /// <summary>Components come by their first cell; zones are numbered by district first. Writes the numbers and gives the zones in order.</summary>
    private static Zone[] Number(
        ComponentLabels patches, Grid<int> labels, Grid<float> score, int before, SuitabilityClass suitability, CellAreas areas)
    {
        var order = Enumerable.Range(1, patches.Count).OrderBy(label => patches.Classes[label]).ThenBy(label => label).ToArray();
        var number = new int[patches.Count + 1];
        for (var i = 0; i < order.Length; i++)
            number[order[i]] = before + i + 1;
        var hectares = patches.Hectares(areas);
        var scores = new double[patches.Count + 1];
        var patch = patches.Labels.Cells;
        var label = labels.Cells;
        var value = score.Cells;
        for (var i = 0; i < patch.Length; i++)
            if (patch[i] != 0)
            {
                label[i] = number[patch[i]];
                scores[patch[i]] += value[i];
            }
        return [.. order.Select(p => new Zone(suitability, patches.Classes[p], patches.CellCounts[p], hectares[p], scores[p] / patches.CellCounts[p]))];
    }
}
