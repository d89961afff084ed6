using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Lanes;
using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>Receivers on a radial, so kept that eight are read at once; the last eight are filled up with the last receiver.</summary>
/// <param name="capacity">Most receivers.</param>
internal sealed class RadialEnds(int capacity)
{
    private readonly double[] _distances = new double[PathColumns.PaddedTo(capacity)];
    private readonly double[] _grounds = new double[PathColumns.PaddedTo(capacity)];
    private readonly PathZone[] _zones = new PathZone[PathColumns.PaddedTo(capacity)];

    /// <summary>Receivers.</summary>
    public int Count { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a receiver.</summary>
    public void Add(double distanceKilometres, double groundMetres, PathZone zone)
    {
        (_distances[Count], _grounds[Count], _zones[Count]) = (distanceKilometres, groundMetres, zone);
        Count++;
    }

    /// <summary>Fills up the last eight.</summary>
    public void Pad()
    {
        if (Count == 0)
            return;
        var rest = Count..PathColumns.PaddedTo(Count);
        _distances.AsSpan(rest).Fill(_distances[Count - 1]);
        _grounds.AsSpan(rest).Fill(_grounds[Count - 1]);
        _zones.AsSpan(rest).Fill(_zones[Count - 1]);
    }

    /// <summary>Distances of eight from the site, kilometres.</summary>
    public Vector512<double> DistancesKilometres(int first) => Vector512.Create(_distances, first);

    /// <summary>Their own ground, metres above sea level.</summary>
    public Vector512<double> GroundMetres(int first) => Vector512.Create(_grounds, first);

    /// <summary>Their own zones.</summary>
    public ReadOnlySpan<PathZone> Zones(int first) => _zones.AsSpan(first, PathColumns.Width);
}
