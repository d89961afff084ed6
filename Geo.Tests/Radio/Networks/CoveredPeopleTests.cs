using Geo.Engine.Grids;
using Geo.Engine.Radio.Networks;

namespace Geo.Tests.Radio.Networks;

public sealed class CoveredPeopleTests
{
    private static readonly NetworkCoverage Coverage = Flatland.Plan(
        Flatland.Build((_, _) => 1, (_, column) => column is >= 120 and < 130 ? 3 : 2),
        new NetworkSettings { RadiusMetres = 6_000, ThresholdDbm = -85 },
        1,
        Flatland.Mast("a", Flatland.Middle.X, Flatland.Middle.Y, Flatland.Wide, 20)).Coverage;

    [Fact]
    public void Units_and_what_lies_outside_add_up_to_the_population_grid()
    {
        var people = People();
        var units = new Grid<ushort>(Flatland.Frame);
        for (var row = 0; row < 150; row++)
            units.Row(row).Fill((ushort)(1 + (row / 50)));
        var counted = CoveredPeople.Count(Coverage, people, units, 3);
        var (all, hectares) = (0.0, 0.0);
        foreach (var persons in people.Cells)
            all += float.IsNaN(persons) ? 0 : persons;
        foreach (var unit in counted)
        {
            hectares += unit.Hectares;
            Assert.InRange(unit.StandardPeople, 0, unit.People);
            Assert.InRange(unit.CertainPeople, 0, unit.StandardPeople / 0.95);
            Assert.True(unit.StandardHectares <= unit.Hectares && unit.SignalHectares <= unit.Hectares);
        }

        Assert.Equal(all, counted.Sum(u => u.People), 1e-6);
        Assert.Equal(40_000, hectares, 20.0); // cells of a hectare in the plane
        Assert.True(counted[1].UncountedHectares > 0);
        Assert.Equal(counted[2].Hectares, counted[2].UncomputedHectares + Computed(50, 100), 10.0);
    }

    [Fact]
    public void Zones_of_uncovered_people_hold_them_all_with_their_reason()
    {
        var people = People();
        var zones = UncoveredZones.Of(Coverage, people, 2, TestContext.Current.CancellationToken);
        var uncovered = 0.0;
        for (var i = 0; i < people.Cells.Length; i++)
            uncovered += people.Cells[i] > 0 && Coverage.Classes.Cells[i] != (byte)CoverageClass.Standard ? people.Cells[i] : 0;
        Assert.Equal(uncovered, zones.Sum(z => z.People), 1e-6);
        Assert.Contains(zones, z => z.Reason == ShortfallReason.Clutter);
        Assert.All(zones, z => Assert.True(z.Outline.IsValid && z.Reason != ShortfallReason.None));
    }

    [Fact]
    public void A_grid_that_cannot_be_people_is_told()
    {
        var (empty, negative) = (new Grid<float>(Flatland.Frame), People());
        empty.Cells.Fill(float.NaN);
        negative[3, 3] = -1;
        Assert.Equal("the population grid has no value in the area", CoveredPeople.Fault(empty)!.En);
        Assert.Equal("the population grid has 1 cells that are negative or infinite", CoveredPeople.Fault(negative)!.En);
        Assert.Null(CoveredPeople.Fault(People()));
    }

    private static double Computed(int fromRow, int toRow)
    {
        var cells = 0;
        for (var row = fromRow; row < toRow; row++)
            foreach (var validity in Coverage.Validity.Row(row))
                cells += ((CoverageValidity)validity & CoverageValidity.NotComputed) == 0 ? 1 : 0;
        return cells;
    }

    // whole persons, some cells unknown
    private static Grid<float> People()
    {
        var people = new Grid<float>(Flatland.Frame);
        for (var i = 0; i < people.Cells.Length; i++)
            people.Cells[i] = i % 1_000 == 7 ? float.NaN : i % 5;
        return people;
    }
}
