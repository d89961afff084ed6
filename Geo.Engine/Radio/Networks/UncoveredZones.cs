using Geo.Engine.Grids;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace Geo.Engine.Radio.Networks;

/// <summary>Where people live who are not covered to standard.</summary>
public static class UncoveredZones
{
    /// <summary>The zones, most people first: cells with people, side by side, of one reason.</summary>
    /// <param name="coverage">The coverage.</param>
    /// <param name="people">Persons in each cell of its frame; NaN where unknown.</param>
    /// <param name="threads">Most threads to use; zones do not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<UncoveredZone> Of(NetworkCoverage coverage, Grid<float> people, int threads, CancellationToken cancellation)
    {
        var reasons = new Grid<byte>(people.Frame);
        for (var i = 0; i < reasons.Cells.Length; i++)
            reasons.Cells[i] = people.Cells[i] > 0 ? coverage.Reasons.Cells[i] : (byte)0;
        var zones = ConnectedComponents.Label(reasons, Connectivity.Four, threads, cancellation);
        var (persons, missing) = Sums(zones, coverage, people);
        var hectares = zones.Hectares(CellAreas.OnTheGround(people.Frame));
        var factory = new GeometryFactory(new PrecisionModel(), people.Frame.System.Srid, PackedCoordinateSequenceFactory.DoubleFactory);
        var outlines = Polygoniser.Polygonise(zones.Labels, factory, threads, cancellation);
        return [.. outlines
            .Select(o => new UncoveredZone(o.Geometry, (ShortfallReason)zones.Classes[o.Label], persons[o.Label], hectares[o.Label], missing[o.Label]))
            .OrderByDescending(z => z.People)];
    }

    private static (double[] Persons, double[] Missing) Sums(ComponentLabels zones, NetworkCoverage coverage, Grid<float> people)
    {
        var persons = new double[zones.Count + 1];
        var missing = Enumerable.Repeat(double.NaN, zones.Count + 1).ToArray();
        for (var i = 0; i < people.Cells.Length; i++)
        {
            var label = zones.Labels.Cells[i];
            if (label == 0)
                continue;
            persons[label] += people.Cells[i];
            missing[label] = double.MinNumber(missing[label], coverage.ShortfallDb.Cells[i]);
        }

        return (persons, missing);
    }
}
