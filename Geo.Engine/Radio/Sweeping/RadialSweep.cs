using Geo.Engine.Radio.Diffraction;
using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>
/// The geometry of the paths from a site to many receivers on one radial, each in O(log n) where the direct form looks at all its n points: what the site
/// sees are running maxima, what a receiver sees are tangents to a convex hull, the smooth surface comes from running sums. Receivers come in order of
/// distance.
/// </summary>
/// <remarks>
/// Equal to <see cref="PathGeometry.Of"/> on the profile of the points up to half a step before the receiver, and the receiver itself. Source of the geometry:
/// ITU-R P.1812, attachment 1 to annex 1; of the hull: the identity that the earth's bulge d (D - d) differs from -d^2 by a line through both ends only.
/// </remarks>
public sealed class RadialSweep
{
    private readonly Radial _radial;
    private readonly EffectiveEarth _earth;
    private readonly double _indifferentEdge;
    private readonly PointHeights _tops;
    private readonly PointHeights _grounds;
    private readonly EarthView _median;
    private readonly EarthView? _rare;
    private readonly GroundView _ground;
    private ZoneRun _zones;
    private double _transmitterAboveGround;
    private double _transmitter;
    private int _points;

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
        (_tops, _grounds) = (new(radial.Capacity), new(radial.Capacity));
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
        (_points, _zones) = (0, default);
        var last = _radial.Length - 1;
        _grounds.Fill(_radial.GroundMetres);
        _tops.Fill(_radial.GroundMetres, _radial.ClutterMetres);
        _median.Fill(_tops, last, _transmitter);
        _rare?.Fill(_tops, last, _transmitter);
        _ground.Fill(_grounds, last, _transmitter);
    }

    /// <summary>
    /// Whether all ground on the way to a receiver is known. The last point counts up to one and a half steps, as on every path.
    /// </summary>
    public bool Reaches(double distanceKilometres) => PointsTo(distanceKilometres) < _radial.Length;

    /// <summary>The geometry of the path to a receiver, not nearer than the one before; it must be reached (see <see cref="Reaches"/>).</summary>
    /// <param name="end">The receiver.</param>
    /// <param name="receiverAboveGroundMetres">Its antenna above its ground, greater than 0.</param>
    public PathGeometry To(in RadialEnd end, double receiverAboveGroundMetres)
    {
        AdvanceTo(PointsTo(end.DistanceKilometres));
        var length = end.DistanceKilometres;
        var receiver = end.GroundMetres + receiverAboveGroundMetres;
        var ray = new RayClearance(_radial.StepKilometres, _points, length, _transmitter, receiver, _earth.MedianKilometres);
        var smooth = _ground.SmoothSurface(ray, end.GroundMetres, _grounds);
        var horizons = _ground.Horizons(ray, _grounds);
        var (fromDistance, toDistance) = (_radial.DistanceKilometres(horizons.TransmitterPoint), _radial.DistanceKilometres(horizons.ReceiverPoint));
        var zones = ZonesTo(end);
        var median = Edges(_median, ray, smooth);
        return new()
        {
            DistanceKilometres = length,
            TransmitterAboveGroundMetres = _transmitterAboveGround,
            ReceiverAboveGroundMetres = receiverAboveGroundMetres,
            TransmitterMetres = _transmitter,
            ReceiverMetres = receiver,
            IsTransHorizon = horizons.IsTransHorizon,
            TransmitterElevationMilliradians = horizons.TransmitterMilliradians,
            ReceiverElevationMilliradians = horizons.ReceiverMilliradians,
            AngularDistanceMilliradians = (1_000 * length / _earth.MedianKilometres) + horizons.TransmitterMilliradians + horizons.ReceiverMilliradians,
            TransmitterHorizonKilometres = fromDistance,
            ReceiverHorizonKilometres = length - toDistance,
            SmoothTransmitterMetres = smooth.DiffractionTransmitterMetres,
            SmoothReceiverMetres = smooth.DiffractionReceiverMetres,
            EffectiveTransmitterMetres = _transmitter - smooth.DuctTransmitterMetres,
            EffectiveReceiverMetres = receiver - smooth.DuctReceiverMetres,
            RoughnessMetres = Roughness.Metres(_grounds, smooth, ray, horizons.TransmitterPoint, horizons.ReceiverPoint),
            SeaShare = zones.Sea / length,
            LandKilometres = zones.Land,
            InlandKilometres = zones.Inland,
            TransmitterCoastKilometres = zones.FirstSea,
            ReceiverCoastKilometres = length - zones.LastSea,
            EndsAtSea = end.Zone == PathZone.Sea,
            MedianEdges = median,
            RareEdges = _rare is null ? median : Edges(_rare, ray.Over(_earth.RareKilometres), smooth),
        };
    }

    // points between site and receiver: none stands nearer to the receiver than half a step
    private int PointsTo(double distanceKilometres) => Math.Max(0, (int)Math.Floor((distanceKilometres / _radial.StepKilometres) - 0.5));

    private void AdvanceTo(int points)
    {
        var step = _radial.StepKilometres;
        for (; _points < points; _points++)
            _zones.Add(_points == 0 ? 0 : (_points - 0.5) * step, (_points + 0.5) * step, _radial.Zones[_points]);
    }

    private ZoneRun ZonesTo(in RadialEnd end)
    {
        var zones = _zones;
        var last = _radial.DistanceKilometres(_points);
        var half = (last + end.DistanceKilometres) / 2;
        zones.Add(_points == 0 ? 0 : (_radial.DistanceKilometres(_points - 1) + last) / 2, half, _radial.Zones[_points]);
        zones.Add(half, end.DistanceKilometres, end.Zone);
        return zones;
    }

    private BullingtonEdges Edges(EarthView view, in RayClearance ray, in SmoothSurface smooth) => new(
        view.Edge(ray, _tops, _indifferentEdge),
        LevelEarth.Edge(ray.Between(ray.Transmitter - smooth.DiffractionTransmitterMetres, ray.Receiver - smooth.DiffractionReceiverMetres)));
}
