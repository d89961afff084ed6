using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>
/// What lies along one bearing from a site: points a fixed step apart, the first at the site itself. It is filled anew for every bearing, so that a sweep
/// allocates nothing.
/// </summary>
/// <param name="stepKilometres">Distance between points, kilometres.</param>
/// <param name="capacity">Most points, the site included; at least 2.</param>
public sealed class Radial(double stepKilometres, int capacity)
{
    private readonly double[] _ground = new double[capacity];
    private readonly double[] _clutter = new double[capacity];
    private readonly PathZone[] _zones = new PathZone[capacity];

    /// <summary>Distance between points, kilometres.</summary>
    public double StepKilometres { get; } = stepKilometres;

    /// <summary>Most points.</summary>
    public int Capacity { get; } = capacity;

    /// <summary>Points that are filled: the radial ends before the first one whose ground is unknown.</summary>
    public int Length { get; private set; }

    /// <summary>Bare ground of the filled points, metres above sea level.</summary>
    public ReadOnlySpan<double> GroundMetres => _ground.AsSpan(0, Length);

    /// <summary>Clutter of the filled points, metres above the ground.</summary>
    public ReadOnlySpan<double> ClutterMetres => _clutter.AsSpan(0, Length);

    /// <summary>Zones of the filled points.</summary>
    public ReadOnlySpan<PathZone> Zones => _zones.AsSpan(0, Length);

    /// <summary>Distance of a point, kilometres.</summary>
    public double DistanceKilometres(int point) => point * StepKilometres;

    /// <summary>Begins anew.</summary>
    public void Clear() => Length = 0;

    /// <summary>Adds the next point.</summary>
    /// <exception cref="InvalidOperationException">The radial is full.</exception>
    public void Add(double groundMetres, double clutterMetres, PathZone zone)
    {
        if (Length == Capacity)
            throw new InvalidOperationException("the radial is full");
        (_ground[Length], _clutter[Length], _zones[Length]) = (groundMetres, clutterMetres, zone);
        Length++;
    }
}
