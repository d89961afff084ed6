using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Lanes;

/// <summary>The numbers of a <see cref="PathGeometry"/>, each a column of <see cref="PathColumns"/>; questions are answered by 1 for yes and 0 for no.</summary>
internal enum PathField
{
    /// <summary>D, kilometres.</summary>
    Distance,

    /// <summary>htg, metres.</summary>
    TransmitterAboveGround,

    /// <summary>hrg, metres.</summary>
    ReceiverAboveGround,

    /// <summary>hts, metres.</summary>
    Transmitter,

    /// <summary>hrs, metres.</summary>
    Receiver,

    /// <summary>Whether bare ground hides the receiver.</summary>
    IsTransHorizon,

    /// <summary>theta_t, milliradians.</summary>
    TransmitterElevation,

    /// <summary>theta_r, milliradians.</summary>
    ReceiverElevation,

    /// <summary>theta, milliradians.</summary>
    AngularDistance,

    /// <summary>dlt, kilometres.</summary>
    TransmitterHorizon,

    /// <summary>dlr, kilometres.</summary>
    ReceiverHorizon,

    /// <summary>hstd, metres.</summary>
    SmoothTransmitter,

    /// <summary>hsrd, metres.</summary>
    SmoothReceiver,

    /// <summary>hte, metres.</summary>
    EffectiveTransmitter,

    /// <summary>hre, metres.</summary>
    EffectiveReceiver,

    /// <summary>hm, metres.</summary>
    Roughness,

    /// <summary>omega, 0 to 1.</summary>
    SeaShare,

    /// <summary>dtm, kilometres.</summary>
    Land,

    /// <summary>dlm, kilometres.</summary>
    Inland,

    /// <summary>dct, kilometres.</summary>
    TransmitterCoast,

    /// <summary>dcr, kilometres.</summary>
    ReceiverCoast,

    /// <summary>Whether the receiver is at sea.</summary>
    EndsAtSea,

    /// <summary>Edge over ground and clutter at the median radius, square roots of a metre.</summary>
    ActualEdge,

    /// <summary>Edge over the smooth earth at the median radius.</summary>
    SmoothEdge,

    /// <summary>Edge over ground and clutter at the radius of rare times.</summary>
    RareActualEdge,

    /// <summary>Edge over the smooth earth at the radius of rare times; the last column.</summary>
    RareSmoothEdge,
}
