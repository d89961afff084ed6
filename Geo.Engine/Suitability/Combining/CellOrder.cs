namespace Geo.Engine.Suitability.Combining;

/// <summary>The criteria of one cell from its best membership to its worst; equal ones in the order of the scenario, missing ones left out.</summary>
internal static class CellOrder
{
    /// <summary>Fills <paramref name="order"/> with indices of criteria.</summary>
    /// <returns>How many are known.</returns>
    public static int Of(DegreeRows degrees, int cell, Span<int> order)
    {
        var known = 0;
        for (var c = 0; c < degrees.Criteria; c++)
        {
            var degree = degrees[c][cell];
            if (float.IsNaN(degree))
                continue;
            var place = known++;
            for (; place > 0 && degrees[order[place - 1]][cell] < degree; place--)
                order[place] = order[place - 1];
            order[place] = c;
        }
        return known;
    }
}
