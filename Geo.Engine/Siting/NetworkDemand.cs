using Geo.Engine.Grids;

namespace Geo.Engine.Siting;

/// <summary>The people of a grid that are to be served, by district. Cells without people, without data and outside all districts do not count.</summary>
public sealed class NetworkDemand
{
    /// <summary>Parts of a person that weights count in: thousandths.</summary>
    public const double PartsOfPerson = 1_000;

    private NetworkDemand(GridFrame frame, int[] places, DemandCell[] cells, IReadOnlyList<string> districts) =>
        (Frame, Places, Cells, Districts) = (frame, places, cells, districts);

    /// <summary>The frame of the grid.</summary>
    public GridFrame Frame { get; }

    /// <summary>Row-major place in the frame of each cell.</summary>
    public IReadOnlyList<int> Places { get; }

    /// <summary>Weight, in thousandths of a person, and district of each cell.</summary>
    public IReadOnlyList<DemandCell> Cells { get; }

    /// <summary>Names of the districts.</summary>
    public IReadOnlyList<string> Districts { get; }

    /// <summary>The demand of a grid of people.</summary>
    /// <param name="people">Persons in each cell; NaN is nobody known.</param>
    /// <param name="districts">Number of the district of each cell, from 1; 0 outside. On the frame of <paramref name="people"/>.</param>
    /// <param name="names">Names of the districts.</param>
    public static NetworkDemand Of(Grid<float> people, Grid<int> districts, IReadOnlyList<string> names)
    {
        var (places, cells) = (new List<int>(), new List<DemandCell>());
        for (var place = 0; place < people.Cells.Length; place++)
        {
            if (!(people.Cells[place] > 0) || districts.Cells[place] == 0)
                continue;
            places.Add(place);
            cells.Add(new DemandCell((long)Math.Round(people.Cells[place] * PartsOfPerson), districts.Cells[place] - 1));
        }
        return new NetworkDemand(people.Frame, [.. places], [.. cells], names);
    }

    /// <summary>Centres of the cells.</summary>
    public IReadOnlyList<(double X, double Y)> Centres() => [.. Places.Select(p => Frame.Centre(p / Frame.Columns, p % Frame.Columns))];

    /// <summary>On the frame, the number of the district, from 1, of each cell that holds a condition; 0 elsewhere.</summary>
    public Grid<int> Where(Predicate<int> counts)
    {
        var labels = new Grid<int>(Frame);
        for (var cell = 0; cell < Cells.Count; cell++)
        {
            if (counts(cell))
                labels.Cells[Places[cell]] = Cells[cell].District + 1;
        }
        return labels;
    }
}
