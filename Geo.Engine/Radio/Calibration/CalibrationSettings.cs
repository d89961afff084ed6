namespace Geo.Engine.Radio.Calibration;

/// <summary>How a calibration is made and judged.</summary>
public sealed record CalibrationSettings
{
    /// <summary>Parts that the blocks are dealt into, 2 to 20; each is judged by offsets of the others. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>
    /// Side of the blocks, metres, 50 to 100,000. Levels near each other are alike, so neighbours must not judge each other: well over the 120 m over which
    /// shadowing without line of sight stays alike (3GPP TR 38.901, RMa). Default 1,000.
    /// </summary>
    public double BlockMetres { get; init; } = 1_000;

    /// <summary>Fewest samples of a class that has an offset of its own, 2 and more; other classes take the offset of all. Default 30.</summary>
    public int LeastSamples { get; init; } = 30;
}
