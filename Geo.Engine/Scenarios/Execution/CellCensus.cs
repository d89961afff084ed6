using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>
/// One count over all cells, row by row in one thread so that sums never depend on threads: hectares of every class and people by district,
/// people by zone. All areas that a result states come from here, so that parts add up to the whole.
/// </summary>
internal sealed class CellCensus
{
    private readonly JudgedCells _cells;

    private CellCensus(JudgedCells cells)
    {
        _cells = cells;
        Districts = [.. cells.Study.Units.Select(_ => new DistrictCount())];
        ZonePeople = new double[cells.Map.Zones.Count];
    }

    /// <summary>Counts of each district, in the order of the study area.</summary>
    public IReadOnlyList<DistrictCount> Districts { get; }

    /// <summary>People of each zone.</summary>
    public double[] ZonePeople { get; }

    /// <summary>Counts.</summary>
    public static CellCensus Take(JudgedCells cells)
    {
        var census = new CellCensus(cells);
        for (var row = 0; row < cells.Score.Frame.Rows; row++)
            census.CountAreas(row);
        if (cells is { People: { } people, Theme.Population: { } population })
            census.CountPeople(people, population.CoveredClass);
        return census;
    }

    private void CountAreas(int row)
    {
        var districts = _cells.Study.Districts.Row(row);
        var classes = _cells.Map.Classes.Row(row);
        var reasons = _cells.Reasons.Row(row);
        var scores = _cells.Score.Row(row);
        for (var column = 0; column < districts.Length; column++)
        {
            if (districts[column] == 0)
                continue;
            var count = Districts[districts[column] - 1];
            var hectares = _cells.Study.Areas[row, column];
            if (classes[column] != 0)
                count.ClassHectares[classes[column] - 1] += hectares;
            else if (reasons[column] <= _cells.Theme.Constraints.Count)
                count.ExcludedHectares += hectares;
            else
                count.NoDataHectares += hectares;
            if (!float.IsNaN(scores[column]))
                count.AddScore(scores[column]);
        }
    }

    private void CountPeople(PeopleGrids people, SuitabilityClass coveredClass)
    {
        var persons = new float[people.Persons.Frame.Columns];
        var reached = new float[people.Reached is null ? 0 : persons.Length];
        for (var row = 0; row < people.Persons.Frame.Rows; row++)
        {
            if (!_cells.Study.Districts.Row(row).ContainsAnyExcept((byte)0))
                continue;
            people.Persons.Read(row, persons);
            people.Reached?.Read(row, reached);
            CountPeople(row, persons, reached, coveredClass);
        }
    }

    private void CountPeople(int row, ReadOnlySpan<float> persons, ReadOnlySpan<float> reached, SuitabilityClass coveredClass)
    {
        var districts = _cells.Study.Districts.Row(row);
        var classes = _cells.Map.Classes.Row(row);
        var zones = _cells.Map.Labels.Row(row);
        for (var column = 0; column < districts.Length; column++)
        {
            if (districts[column] == 0 || float.IsNaN(persons[column]))
                continue;
            var count = Districts[districts[column] - 1];
            count.People += persons[column];
            if (classes[column] != 0 && classes[column] <= (byte)coveredClass)
                count.PeopleCovered += persons[column];
            if (!reached.IsEmpty && !float.IsNaN(reached[column]))
                count.PeopleExpected += (double)persons[column] * reached[column];
            if (zones[column] > 0)
                ZonePeople[zones[column] - 1] += persons[column];
        }
    }
}
