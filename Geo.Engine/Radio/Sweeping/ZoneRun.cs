using System.Runtime.CompilerServices;
using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>Sea, land and inland stretches counted from the site outwards; a value, so that the last points of a path can be tried on a copy.</summary>
/// <remarks>Source: ITU-R P.1812, annex 1, 3.4 and 3.6: a stretch reaches half a step beyond its end points.</remarks>
internal struct ZoneRun
{
    private double _landRun;
    private double _inlandRun;
    private double _firstSea;
    private double _lastSea;

    /// <summary>Kilometres over sea.</summary>
    public double Sea { get; private set; }

    /// <summary>Longest unbroken stretch over land, kilometres.</summary>
    public double Land { get; private set; }

    /// <summary>Longest unbroken stretch inland, kilometres.</summary>
    public double Inland { get; private set; }

    /// <summary>Kilometres from the site to the first sea; infinite without sea.</summary>
    public readonly double FirstSea => Sea > 0 ? _firstSea : double.PositiveInfinity;

    /// <summary>Kilometres from the site to the end of the last sea; minus infinity without sea.</summary>
    public readonly double LastSea => Sea > 0 ? _lastSea : double.NegativeInfinity;

    /// <summary>Adds the reach of the next point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double from, double to, PathZone zone)
    {
        _landRun = zone == PathZone.Sea ? 0 : _landRun + (to - from);
        _inlandRun = zone == PathZone.Inland ? _inlandRun + (to - from) : 0;
        Land = _landRun > Land ? _landRun : Land;
        Inland = _inlandRun > Inland ? _inlandRun : Inland;
        if (zone != PathZone.Sea)
            return;
        if (Sea == 0)
            _firstSea = from;
        Sea += to - from;
        _lastSea = to;
    }
}
