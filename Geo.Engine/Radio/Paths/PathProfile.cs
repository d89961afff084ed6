namespace Geo.Engine.Radio.Paths;

/// <summary>
/// What lies between two antennas: points along the great circle from the transmitter (distance 0) to the receiver (the last point). Over spans, so that a
/// profile may be a part of a longer one.
/// </summary>
/// <param name="distances">Kilometres from the transmitter, 0 first, strictly increasing.</param>
/// <param name="terrain">Metres above sea level of bare ground, one for each distance; empty for level ground at 0.</param>
/// <param name="clutter">Metres of trees or buildings above the ground, one for each distance; empty for open ground.</param>
/// <param name="zones">Zone of each point; empty for inland.</param>
public readonly ref struct PathProfile(
    ReadOnlySpan<double> distances, ReadOnlySpan<double> terrain = default, ReadOnlySpan<double> clutter = default, ReadOnlySpan<PathZone> zones = default)
{
    /// <summary>Kilometres from the transmitter.</summary>
    public ReadOnlySpan<double> DistancesKilometres { get; } = distances;

    /// <summary>Metres above sea level; empty for level ground at 0.</summary>
    public ReadOnlySpan<double> TerrainMetres { get; } = terrain;

    /// <summary>Metres above the ground; empty for open ground.</summary>
    public ReadOnlySpan<double> ClutterMetres { get; } = clutter;

    /// <summary>Zones; empty for inland.</summary>
    public ReadOnlySpan<PathZone> Zones { get; } = zones;

    /// <summary>
    /// Kilometres from either antenna nearer than which clutter does not count. 0 in ITU-R P.1812, where only the two ends stand in the open; 0.05 in P.452.
    /// </summary>
    public double OpenKilometres { get; init; }

    /// <summary>Number of points, the two ends included.</summary>
    public int Length => DistancesKilometres.Length;

    /// <summary>Length of the path, kilometres.</summary>
    public double LengthKilometres => DistancesKilometres[^1];

    /// <summary>Ground of a point, metres above sea level.</summary>
    public double GroundMetres(int point) => TerrainMetres.IsEmpty ? 0 : TerrainMetres[point];

    /// <summary>Zone of a point.</summary>
    public PathZone ZoneOf(int point) => Zones.IsEmpty ? PathZone.Inland : Zones[point];

    /// <summary>What a ray must pass over at a point: the ground and its clutter, metres above sea level.</summary>
    public double TopMetres(int point)
    {
        if (ClutterMetres.IsEmpty || point == 0 || point == Length - 1)
            return GroundMetres(point);
        var distance = DistancesKilometres[point];
        var isOpen = distance < OpenKilometres || distance > LengthKilometres - OpenKilometres;
        return isOpen ? GroundMetres(point) : GroundMetres(point) + ClutterMetres[point];
    }
}
