using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Lanes;
using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>The stretches up to every point of a radial. Where a radial begins in one zone, as most stay in it, nothing need be counted.</summary>
internal sealed class ZoneRuns(Radial radial)
{
    private readonly ZoneRun[] _before = new ZoneRun[radial.Capacity];
    private int _alike;

    /// <summary>Looks at the points that the radial is filled with now.</summary>
    public void Fill()
    {
        var zones = MemoryMarshal.AsBytes(radial.Zones);
        var other = zones.IndexOfAnyExcept(zones[0]);
        _alike = other < 0 ? zones.Length : other;
        if (other < 0)
            return;
        var step = radial.StepKilometres;
        var run = OneZone((_alike - 0.5) * step);
        for (var i = _alike; i < zones.Length; i++)
        {
            _before[i] = run;
            run.Add((i - 0.5) * step, (i + 0.5) * step, radial.Zones[i]);
        }
    }

    /// <summary>Fills in the stretches of eight paths.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Measure(in RayLanes ray, ReadOnlySpan<PathZone> ends, PathColumns paths, int first)
    {
        var zone = radial.Zones[0];
        if (Vector512.LessThanAll(ray.Points, Vector512.Create((double)_alike)) && !ends.ContainsAnyExcept(zone))
        {
            var isSea = zone == PathZone.Sea;
            paths.Set(PathField.SeaShare, first, isSea ? Vector512<double>.One : Vector512<double>.Zero);
            paths.Set(PathField.Land, first, isSea ? Vector512<double>.Zero : ray.Length);
            paths.Set(PathField.Inland, first, zone == PathZone.Inland ? ray.Length : Vector512<double>.Zero);
            paths.Set(PathField.TransmitterCoast, first, isSea ? Vector512<double>.Zero : Vector512.Create(double.PositiveInfinity));
            paths.Set(PathField.ReceiverCoast, first, isSea ? Vector512<double>.Zero : Vector512.Create(double.PositiveInfinity));
            paths.Set(PathField.EndsAtSea, first, isSea ? Vector512<double>.One : Vector512<double>.Zero);
            return;
        }

        for (var lane = 0; lane < ends.Length; lane++)
        {
            var (run, length, path) = (To((int)ray.Points[lane], ray.Length[lane], ends[lane]), ray.Length[lane], first + lane);
            paths[PathField.SeaShare, path] = run.Sea / length;
            paths[PathField.Land, path] = run.Land;
            paths[PathField.Inland, path] = run.Inland;
            paths[PathField.TransmitterCoast, path] = run.FirstSea;
            paths[PathField.ReceiverCoast, path] = length - run.LastSea;
            paths[PathField.EndsAtSea, path] = ends[lane] == PathZone.Sea ? 1 : 0;
        }
    }

    private ZoneRun To(int point, double length, PathZone zone)
    {
        if (point < _alike && zone == radial.Zones[0])
            return OneZone(length);
        var reached = Math.Max(0, (point - 0.5) * radial.StepKilometres);
        var run = point <= _alike ? OneZone(reached) : _before[point];
        var half = (radial.DistanceKilometres(point) + length) / 2;
        run.Add(reached, half, radial.Zones[point]);
        run.Add(half, length, zone);
        return run;
    }

    private ZoneRun OneZone(double length)
    {
        var run = default(ZoneRun);
        if (length > 0)
            run.Add(0, length, radial.Zones[0]);
        return run;
    }
}
