using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Diffraction;
using Geo.Engine.Radio.Lanes;
using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>
/// The geometry of the paths from a site to many receivers on one radial, eight of them at once, where the direct form looks at all points of each: what the site
/// sees are running maxima, the smooth surface comes from running sums, and what a receiver sees is searched from it backwards until nothing farther can matter.
/// </summary>
/// <remarks>
/// Equal to <see cref="PathGeometry.Of"/> on the profile of the points up to half a step before the receiver, and the receiver itself. Source of the geometry:
/// ITU-R P.1812, attachment 1 to annex 1.
/// </remarks>
public sealed class RadialSweep
{
    private readonly Radial _radial;
    private readonly EffectiveEarth _earth;
    private readonly double _indifferentEdge;
    private readonly PointHeights _tops;
    private readonly EarthView _median;
    private readonly EarthView? _rare;
    private readonly GroundView _ground;
    private readonly ZoneRuns _zones;
    private readonly RadialEnds _oneEnd = new(1);
    private readonly PathColumns _onePath = new(1);
    private double _transmitterAboveGround;
    private double _transmitter;

    /// <summary>A sweep over a radial, as often as it is filled.</summary>
    /// <param name="radial">The radial.</param>
    /// <param name="earth">Effective radii of the earth.</param>
    /// <param name="withRare">False leaves out the edges of rare times (they become those of the median), which half of the time never needs.</param>
    /// <param name="longestWavelengthMetres">Edges that cost nothing at this and all shorter wavelengths are not told apart; null tells all.</param>
    public RadialSweep(Radial radial, EffectiveEarth earth, bool withRare = true, double? longestWavelengthMetres = null)
    {
        const double Clear = KnifeEdge.ClearParameter - 0.01;
        (_radial, _earth) = (radial, earth);
        _indifferentEdge = longestWavelengthMetres is { } wavelength ? Clear * Math.Sqrt(wavelength) : double.NegativeInfinity;
        (_tops, _zones) = (new(radial.Capacity), new(radial));
        _median = new(radial.StepKilometres, earth.MedianKilometres, radial.Capacity);
        _rare = withRare ? new(radial.StepKilometres, earth.RareKilometres, radial.Capacity) : null;
        _ground = new(radial.StepKilometres, earth.MedianKilometres, radial.Capacity);
    }

    /// <summary>Begins with what the radial is filled with now: at least the site's own point.</summary>
    /// <param name="transmitterAboveGroundMetres">Antenna of the site above its ground, greater than 0.</param>
    /// <exception cref="InvalidOperationException">The radial is empty.</exception>
    public void Start(double transmitterAboveGroundMetres)
    {
        if (_radial.Length == 0)
            throw new InvalidOperationException("the radial is empty");
        _transmitterAboveGround = transmitterAboveGroundMetres;
        _transmitter = _radial.GroundMetres[0] + transmitterAboveGroundMetres;
        var last = _radial.Length - 1;
        _tops.Fill(_radial.GroundMetres, _radial.ClutterMetres);
        _median.Fill(_tops, last, _transmitter);
        _rare?.Fill(_tops, last, _transmitter);
        _ground.Fill(_radial.GroundMetres, _transmitter);
        _zones.Fill();
    }

    /// <summary>
    /// Whether all ground on the way to a receiver is known. The last point counts up to one and a half steps, as on every path.
    /// </summary>
    public bool Reaches(double distanceKilometres) => (distanceKilometres / _radial.StepKilometres) - 0.5 < _radial.Length;

    /// <summary>The geometry of the path to a receiver; it must be reached (see <see cref="Reaches"/>).</summary>
    /// <param name="end">The receiver.</param>
    /// <param name="receiverAboveGroundMetres">Its antenna above its ground, greater than 0.</param>
    public PathGeometry To(in RadialEnd end, double receiverAboveGroundMetres)
    {
        _oneEnd.Clear();
        _oneEnd.Add(end.DistanceKilometres, end.GroundMetres, end.Zone);
        To(_oneEnd, receiverAboveGroundMetres, _onePath);
        return _onePath.GeometryOf(0);
    }

    /// <summary>The geometries of the paths to receivers, all of which must be reached. No path depends on the others.</summary>
    /// <param name="ends">The receivers.</param>
    /// <param name="receiverAboveGroundMetres">Their antennas above their ground, greater than 0.</param>
    /// <param name="paths">Where the geometries go; horizons that are not known yet are found there as long as the sweep is not started anew.</param>
    internal void To(RadialEnds ends, double receiverAboveGroundMetres, PathColumns paths)
    {
        ends.Pad();
        paths.Begin(ends.Count, (first, lanes) => _ground.FindHorizons(RayTo(paths, first), lanes & ((1 << LanesFrom(first, paths)) - 1), paths, first));
        for (var first = 0; first < ends.Count; first += PathColumns.Width)
        {
            paths.Set(PathField.Distance, first, ends.DistancesKilometres(first));
            paths.Set(PathField.TransmitterAboveGround, first, Vector512.Create(_transmitterAboveGround));
            paths.Set(PathField.ReceiverAboveGround, first, Vector512.Create(receiverAboveGroundMetres));
            paths.Set(PathField.Transmitter, first, Vector512.Create(_transmitter));
            paths.Set(PathField.Receiver, first, ends.GroundMetres(first) + Vector512.Create(receiverAboveGroundMetres));
            var ray = RayTo(paths, first);
            _zones.Measure(ray, ends.Zones(first), paths, first);
            _ground.Measure(ray, LanesFrom(first, paths), ends.GroundMetres(first), paths, first);
            AddEdges(ray, paths, first);
        }
    }

    private static int LanesFrom(int first, PathColumns paths) => Math.Min(PathColumns.Width, paths.Count - first);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RayLanes RayTo(PathColumns paths, int first)
    {
        var (length, receiver) = (paths.Eight(PathField.Distance, first), paths.Eight(PathField.Receiver, first));
        return new(_radial.StepKilometres, _earth.MedianKilometres)
        {
            // between site and receiver: none stands nearer to the receiver than half a step
            Points = Vector512.Max(Vector512<double>.Zero, Vector512.Floor((length / _radial.StepKilometres) - Vector512.Create(0.5))),
            Length = length,
            Transmitter = Vector512.Create(_transmitter),
            Receiver = receiver,
            Slope = (receiver - Vector512.Create(_transmitter)) / length,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddEdges(in RayLanes ray, PathColumns paths, int first)
    {
        var level = ray.Between(
            ray.Transmitter - paths.Eight(PathField.SmoothTransmitter, first), ray.Receiver - paths.Eight(PathField.SmoothReceiver, first));
        var (actual, smooth) = (_median.Edges(ray, LanesFrom(first, paths), _tops, _indifferentEdge), LevelEarth.Edges(level));
        paths.Set(PathField.ActualEdge, first, actual);
        paths.Set(PathField.SmoothEdge, first, smooth);
        if (_rare is not null)
        {
            actual = _rare.Edges(ray.Over(_earth.RareKilometres), LanesFrom(first, paths), _tops, _indifferentEdge);
            smooth = LevelEarth.Edges(level.Over(_earth.RareKilometres));
        }

        paths.Set(PathField.RareActualEdge, first, actual);
        paths.Set(PathField.RareSmoothEdge, first, smooth);
    }
}
