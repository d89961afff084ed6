using Geo.Engine.Radio.Diffraction;

namespace Geo.Engine.Radio.Paths;

/// <summary>
/// All that a path-specific model takes from a profile, whatever the frequency: scalars only, so that they may be found for one path by
/// <see cref="Of"/> or for a whole radial at once, and losses be computed from them without looking at the profile again. Heights are above sea level
/// unless the name says otherwise.
/// </summary>
/// <remarks>Source: ITU-R P.1812, attachment 1 to annex 1; symbols of the Recommendation are given with each member.</remarks>
public readonly record struct PathGeometry
{
    /// <summary>D: length of the path, kilometres.</summary>
    public double DistanceKilometres { get; init; }

    /// <summary>htg: antenna of the transmitter above its ground, metres.</summary>
    public double TransmitterAboveGroundMetres { get; init; }

    /// <summary>hrg: antenna of the receiver above its ground, metres.</summary>
    public double ReceiverAboveGroundMetres { get; init; }

    /// <summary>hts: antenna of the transmitter.</summary>
    public double TransmitterMetres { get; init; }

    /// <summary>hrs: antenna of the receiver.</summary>
    public double ReceiverMetres { get; init; }

    /// <summary>True where bare ground hides the receiver from the transmitter.</summary>
    public bool IsTransHorizon { get; init; }

    /// <summary>theta_t: elevation of the transmitter's horizon, milliradians.</summary>
    public double TransmitterElevationMilliradians { get; init; }

    /// <summary>theta_r: elevation of the receiver's horizon, milliradians.</summary>
    public double ReceiverElevationMilliradians { get; init; }

    /// <summary>theta: angular distance of the path, milliradians.</summary>
    public double AngularDistanceMilliradians { get; init; }

    /// <summary>dlt: distance of the transmitter's horizon, kilometres.</summary>
    public double TransmitterHorizonKilometres { get; init; }

    /// <summary>dlr: distance of the receiver's horizon, kilometres.</summary>
    public double ReceiverHorizonKilometres { get; init; }

    /// <summary>hstd: the smooth surface of the diffraction model at the transmitter.</summary>
    public double SmoothTransmitterMetres { get; init; }

    /// <summary>hsrd: the smooth surface of the diffraction model at the receiver.</summary>
    public double SmoothReceiverMetres { get; init; }

    /// <summary>hte: antenna of the transmitter above the smooth surface of the ducting model.</summary>
    public double EffectiveTransmitterMetres { get; init; }

    /// <summary>hre: antenna of the receiver above the smooth surface of the ducting model.</summary>
    public double EffectiveReceiverMetres { get; init; }

    /// <summary>hm: how far ground between the two horizons rises above the smooth surface of the ducting model.</summary>
    public double RoughnessMetres { get; init; }

    /// <summary>omega: share of the path over sea, 0 to 1.</summary>
    public double SeaShare { get; init; }

    /// <summary>dtm: longest unbroken stretch over land (inland and coastal), kilometres.</summary>
    public double LandKilometres { get; init; }

    /// <summary>dlm: longest unbroken stretch inland, kilometres.</summary>
    public double InlandKilometres { get; init; }

    /// <summary>dct: land between the transmitter and the sea; infinite without sea.</summary>
    public double TransmitterCoastKilometres { get; init; }

    /// <summary>dcr: land between the receiver and the sea; infinite without sea.</summary>
    public double ReceiverCoastKilometres { get; init; }

    /// <summary>True where the receiver is at sea.</summary>
    public bool EndsAtSea { get; init; }

    /// <summary>Bullington edges at the median effective radius.</summary>
    public BullingtonEdges MedianEdges { get; init; }

    /// <summary>Bullington edges at the effective radius of rare times.</summary>
    public BullingtonEdges RareEdges { get; init; }

    /// <summary>
    /// True where the straight ray, over the earth of median effective radius, clears ground and clutter alike. It is a question of the profile, never of
    /// chance.
    /// </summary>
    public bool HasLineOfSight => MedianEdges.Actual <= 0;

    /// <summary>The geometry of one profile, by the formulas as they are printed; time grows with the number of points.</summary>
    /// <exception cref="ArgumentException">The profile is unsound (see <see cref="PathProfileCheck"/>) or an antenna is not above its ground.</exception>
    public static PathGeometry Of(in PathProfile profile, in PathEnds ends, in EffectiveEarth earth)
    {
        RequireSound(profile, ends);
        var length = profile.LengthKilometres;
        var transmitter = profile.GroundMetres(0) + ends.TransmitterHeightMetres;
        var receiver = profile.GroundMetres(profile.Length - 1) + ends.ReceiverHeightMetres;
        var smooth = SmoothSurface.Of(profile, transmitter, receiver);
        var horizons = PathHorizons.Of(profile, transmitter, receiver, earth.MedianKilometres);
        var zones = PathZones.Of(profile);
        return new()
        {
            DistanceKilometres = length,
            TransmitterAboveGroundMetres = ends.TransmitterHeightMetres,
            ReceiverAboveGroundMetres = ends.ReceiverHeightMetres,
            TransmitterMetres = transmitter,
            ReceiverMetres = receiver,
            IsTransHorizon = horizons.IsTransHorizon,
            TransmitterElevationMilliradians = horizons.TransmitterMilliradians,
            ReceiverElevationMilliradians = horizons.ReceiverMilliradians,
            AngularDistanceMilliradians = (1_000 * length / earth.MedianKilometres) + horizons.TransmitterMilliradians + horizons.ReceiverMilliradians,
            TransmitterHorizonKilometres = profile.DistancesKilometres[horizons.TransmitterPoint],
            ReceiverHorizonKilometres = length - profile.DistancesKilometres[horizons.ReceiverPoint],
            SmoothTransmitterMetres = smooth.DiffractionTransmitterMetres,
            SmoothReceiverMetres = smooth.DiffractionReceiverMetres,
            EffectiveTransmitterMetres = transmitter - smooth.DuctTransmitterMetres,
            EffectiveReceiverMetres = receiver - smooth.DuctReceiverMetres,
            RoughnessMetres = smooth.RoughnessMetres(profile, horizons.TransmitterPoint, horizons.ReceiverPoint),
            SeaShare = zones.SeaShare,
            LandKilometres = zones.LandKilometres,
            InlandKilometres = zones.InlandKilometres,
            TransmitterCoastKilometres = ends.TransmitterCoastKilometres ?? zones.TransmitterCoastKilometres,
            ReceiverCoastKilometres = ends.ReceiverCoastKilometres ?? zones.ReceiverCoastKilometres,
            EndsAtSea = profile.ZoneOf(profile.Length - 1) == PathZone.Sea,
            MedianEdges = BullingtonEdges.Of(profile, transmitter, receiver, smooth, earth.MedianKilometres),
            RareEdges = BullingtonEdges.Of(profile, transmitter, receiver, smooth, earth.RareKilometres),
        };
    }

    private static void RequireSound(in PathProfile profile, in PathEnds ends)
    {
        if (PathProfileCheck.Problems(profile) is { Count: > 0 } problems)
            throw new ArgumentException(string.Join("; ", problems.Select(p => p.En)), nameof(profile));
        if (!(ends.TransmitterHeightMetres > 0 && ends.ReceiverHeightMetres > 0))
            throw new ArgumentException("Both antennas must be above the ground.", nameof(ends));
    }
}
