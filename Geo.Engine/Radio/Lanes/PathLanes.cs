using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Lanes;

/// <summary>The geometries of eight paths, one field of all of them at a time; the fields are those of <see cref="PathGeometry"/>.</summary>
/// <param name="columns">Where they stand.</param>
/// <param name="first">The first of the eight, a multiple of eight.</param>
internal readonly struct PathLanes(PathColumns columns, int first)
{
    /// <summary>D, kilometres.</summary>
    public Vector512<double> DistanceKilometres => columns.Eight(PathField.Distance, first);

    /// <summary>hts, metres.</summary>
    public Vector512<double> TransmitterMetres => columns.Eight(PathField.Transmitter, first);

    /// <summary>hrs, metres.</summary>
    public Vector512<double> ReceiverMetres => columns.Eight(PathField.Receiver, first);

    /// <summary>theta_t, milliradians.</summary>
    public Vector512<double> TransmitterElevationMilliradians => columns.Eight(PathField.TransmitterElevation, first);

    /// <summary>theta_r, milliradians.</summary>
    public Vector512<double> ReceiverElevationMilliradians => columns.Eight(PathField.ReceiverElevation, first);

    /// <summary>theta, milliradians.</summary>
    public Vector512<double> AngularDistanceMilliradians => columns.Eight(PathField.AngularDistance, first);

    /// <summary>1 where bare ground hides the receiver, else 0.</summary>
    public Vector512<double> IsTransHorizon => columns.Eight(PathField.IsTransHorizon, first);

    /// <summary>dlt, kilometres; of paths in sight before <see cref="RequireHorizons"/> only what it is at least.</summary>
    public Vector512<double> TransmitterHorizonKilometres => columns.Eight(PathField.TransmitterHorizon, first);

    /// <summary>dlr, kilometres; as dlt.</summary>
    public Vector512<double> ReceiverHorizonKilometres => columns.Eight(PathField.ReceiverHorizon, first);

    /// <summary>hstd, metres.</summary>
    public Vector512<double> SmoothTransmitterMetres => columns.Eight(PathField.SmoothTransmitter, first);

    /// <summary>hsrd, metres.</summary>
    public Vector512<double> SmoothReceiverMetres => columns.Eight(PathField.SmoothReceiver, first);

    /// <summary>hte, metres.</summary>
    public Vector512<double> EffectiveTransmitterMetres => columns.Eight(PathField.EffectiveTransmitter, first);

    /// <summary>hre, metres.</summary>
    public Vector512<double> EffectiveReceiverMetres => columns.Eight(PathField.EffectiveReceiver, first);

    /// <summary>hm, metres; only after <see cref="RequireHorizons"/>.</summary>
    public Vector512<double> RoughnessMetres => columns.Eight(PathField.Roughness, first);

    /// <summary>omega, 0 to 1.</summary>
    public Vector512<double> SeaShare => columns.Eight(PathField.SeaShare, first);

    /// <summary>dtm, kilometres.</summary>
    public Vector512<double> LandKilometres => columns.Eight(PathField.Land, first);

    /// <summary>dlm, kilometres.</summary>
    public Vector512<double> InlandKilometres => columns.Eight(PathField.Inland, first);

    /// <summary>dct, kilometres.</summary>
    public Vector512<double> TransmitterCoastKilometres => columns.Eight(PathField.TransmitterCoast, first);

    /// <summary>dcr, kilometres.</summary>
    public Vector512<double> ReceiverCoastKilometres => columns.Eight(PathField.ReceiverCoast, first);

    /// <summary>1 where the receiver is at sea, else 0.</summary>
    public Vector512<double> EndsAtSea => columns.Eight(PathField.EndsAtSea, first);

    /// <summary>Bullington's edge over ground and clutter, in square roots of a metre.</summary>
    public Vector512<double> ActualEdge => columns.Eight(PathField.ActualEdge, first);

    /// <summary>Bullington's edge over the smooth earth.</summary>
    public Vector512<double> SmoothEdge => columns.Eight(PathField.SmoothEdge, first);

    /// <summary>Lets horizons and roughness be found, which few paths need.</summary>
    /// <param name="lanes">A bit for each path that does.</param>
    public void RequireHorizons(int lanes) => columns.RequireHorizons(first, lanes);
}
