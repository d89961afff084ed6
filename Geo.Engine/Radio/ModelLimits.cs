namespace Geo.Engine.Radio;

/// <summary>
/// The limits of a propagation model that one evaluation breaks. Beyond them a formula still gives a number, but nobody vouches for it: a map carries the
/// flags beside the number. Which limit is where, each model says itself.
/// </summary>
[Flags]
public enum ModelLimits
{
    /// <summary>None: the model holds.</summary>
    None = 0,

    /// <summary>The frequency.</summary>
    Frequency = 1,

    /// <summary>The path is too short.</summary>
    TooNear = 2,

    /// <summary>The path is too long, whether in line of sight or not.</summary>
    TooFar = 4,

    /// <summary>The path is too long without line of sight.</summary>
    TooFarWithoutLineOfSight = 8,

    /// <summary>The antenna of the transmitter (of the base station) is too low or too high.</summary>
    TransmitterHeight = 16,

    /// <summary>The antenna of the receiver is too low or too high.</summary>
    ReceiverHeight = 32,

    /// <summary>The height of buildings or of other clutter.</summary>
    ClutterHeight = 64,

    /// <summary>The width of streets.</summary>
    StreetWidth = 128,

    /// <summary>The share of the time.</summary>
    TimePercent = 256,

    /// <summary>The share of places, of buildings or of situations.</summary>
    LocationPercent = 512,

    /// <summary>The elevation of the path at a building.</summary>
    Elevation = 1_024,

    /// <summary>The path reaches beyond the horizon.</summary>
    BeyondHorizon = 2_048,

    /// <summary>The ground is too rough, or rises too steeply before an antenna.</summary>
    Terrain = 4_096,

    /// <summary>The refractivity of the air or the constants of the ground.</summary>
    AirOrGround = 16_384,

    /// <summary>Something is NaN, or an antenna is under water: there is no loss.</summary>
    Undefined = 8_192,
}
