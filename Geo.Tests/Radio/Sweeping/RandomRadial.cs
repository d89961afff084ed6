using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Sweeping;

namespace Geo.Tests.Radio.Sweeping;

/// <summary>A radial drawn from a seed, with receivers anywhere on it.</summary>
internal sealed record RandomRadial(Radial Radial, double MastMetres, IReadOnlyList<RadialEnd> Ends)
{
    private const double ReceiverMetres = 1.5;

    public static RandomRadial Of(int points, double step, double relief, double trees, double sea, double mast, int seed)
    {
        var random = new Random(seed);
        var radial = new Radial(step, points);
        var (height, isSea) = (relief, false);
        for (var i = 0; i < points; i++)
        {
            height = Math.Max(0, height + (relief * (random.NextDouble() - 0.5) / 5));
            isSea = random.NextDouble() < 0.1 ? random.NextDouble() < sea : isSea;
            var zone = isSea ? PathZone.Sea : height > 10 ? PathZone.Inland : PathZone.Coastal;
            radial.Add(isSea ? 0 : height, isSea ? 0 : trees * Math.Floor(2 * random.NextDouble()), zone);
        }

        List<RadialEnd> ends = [];
        for (var i = 0; i < 20; i++)
        {
            var distance = step * points * Math.Max(random.NextDouble(), 1e-3);
            ends.Add(new(distance, relief * random.NextDouble(), (PathZone)random.Next(3)));
        }

        return new(radial, mast, [.. ends.OrderBy(e => e.DistanceKilometres)]);
    }

    /// <summary>Geometry of each path by the sweep and by the direct form.</summary>
    public IEnumerable<(PathGeometry Swept, PathGeometry Direct)> Both(RadialSweep sweep, EffectiveEarth earth)
    {
        sweep.Start(MastMetres);
        foreach (var end in Ends.Where(e => sweep.Reaches(e.DistanceKilometres)))
            yield return (sweep.To(end, ReceiverMetres), Direct(end, earth));
    }

    private PathGeometry Direct(RadialEnd end, EffectiveEarth earth)
    {
        List<double> distances = [];
        for (var i = 0; i < Radial.Length && (i == 0 || Radial.DistanceKilometres(i) <= end.DistanceKilometres - (Radial.StepKilometres / 2)); i++)
            distances.Add(Radial.DistanceKilometres(i));
        var inside = distances.Count;
        distances.Add(end.DistanceKilometres);
        double[] ground = [.. Radial.GroundMetres[..inside], end.GroundMetres];
        double[] clutter = [.. Radial.ClutterMetres[..inside], 0];
        PathZone[] zones = [.. Radial.Zones[..inside], end.Zone];
        return PathGeometry.Of(new PathProfile(distances.ToArray(), ground, clutter, zones), new PathEnds(MastMetres, ReceiverMetres), earth);
    }
}
