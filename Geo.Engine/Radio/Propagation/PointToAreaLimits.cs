namespace Geo.Engine.Radio.Propagation;

/// <summary>The limits of ITU-R P.1812 that a loss breaks: beyond them the formulas still give numbers, but nobody vouches for them.</summary>
/// <remarks>Source: ITU-R P.1812, annex 1, 1 and table 1.</remarks>
[Flags]
public enum PointToAreaLimits
{
    /// <summary>None: the model holds.</summary>
    None = 0,

    /// <summary>Frequency outside 0.03 to 6 GHz.</summary>
    Frequency = 1,

    /// <summary>Time outside 1 to 50 percent.</summary>
    TimePercent = 2,

    /// <summary>Places outside 1 to 99 percent.</summary>
    LocationPercent = 4,

    /// <summary>Path shorter than 0.25 km.</summary>
    TooNear = 8,

    /// <summary>Path longer than 3 000 km.</summary>
    TooFar = 16,

    /// <summary>Transmitter outside 1 to 3 000 m above its ground.</summary>
    TransmitterHeight = 32,

    /// <summary>Receiver outside 1 to 3 000 m above its ground.</summary>
    ReceiverHeight = 64,

    /// <summary>Something of the geometry is NaN: there is no loss.</summary>
    Undefined = 128,
}
