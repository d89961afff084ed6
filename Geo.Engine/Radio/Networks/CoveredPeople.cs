using Geo.Engine.Grids;

namespace Geo.Engine.Radio.Networks;

/// <summary>
/// Counts a coverage by unit, row by row in one thread, so that sums depend on nobody: the units, and what lies outside all of them, add up to the population
/// grid.
/// </summary>
public static class CoveredPeople
{
    /// <summary>The coverage of what lies outside all units, then of each unit.</summary>
    /// <param name="coverage">The coverage.</param>
    /// <param name="people">Persons in each cell of its frame, NaN where unknown; null counts areas only.</param>
    /// <param name="units">Number of the unit of each cell from 1, 0 outside.</param>
    /// <param name="unitCount">Number of units.</param>
    public static IReadOnlyList<UnitCoverage> Count(NetworkCoverage coverage, Grid<float>? people, Grid<ushort> units, int unitCount)
    {
        UnitCoverage[] counted = [.. Enumerable.Range(0, unitCount + 1).Select(_ => new UnitCoverage())];
        var areas = CellAreas.OnTheGround(coverage.SignalDbm.Frame);
        for (var row = 0; row < areas.RowFactors.Length; row++)
        {
            var numbers = units.Row(row);
            for (var column = 0; column < numbers.Length; column++)
                Add(counted[numbers[column]], coverage, row, column, areas[row, column], people is null ? 0 : people[row, column]);
        }

        return counted;
    }

    /// <summary>What makes a grid unfit to be one of people; null when it is fit.</summary>
    public static BilingualText? Fault(Grid<float> people)
    {
        var (known, negative) = (0, 0);
        foreach (var persons in people.Cells)
        {
            known += float.IsNaN(persons) ? 0 : 1;
            negative += persons < 0 || float.IsInfinity(persons) ? 1 : 0;
        }

        if (known == 0)
            return new("lưới dân số không có giá trị nào trong khu vực", "the population grid has no value in the area");
        return negative == 0 ? null : new($"lưới dân số có {negative} ô âm hoặc vô hạn", $"the population grid has {negative} cells that are negative or infinite");
    }

    private static void Add(UnitCoverage unit, NetworkCoverage coverage, int row, int column, double hectares, float persons)
    {
        var (signal, standard) = (coverage.SignalProbability[row, column], coverage.StandardProbability[row, column]);
        unit.Hectares += hectares;
        unit.SignalHectares += hectares * signal;
        unit.StandardHectares += hectares * standard;
        if (((CoverageValidity)coverage.Validity[row, column] & CoverageValidity.NotComputed) != 0)
            unit.UncomputedHectares += hectares;
        if (float.IsNaN(persons))
        {
            unit.UncountedHectares += hectares;
            return;
        }

        unit.People += persons;
        unit.SignalPeople += (double)persons * signal;
        unit.StandardPeople += (double)persons * standard;
        if (coverage.Classes[row, column] == (byte)CoverageClass.Standard)
            unit.CertainPeople += persons;
    }
}
