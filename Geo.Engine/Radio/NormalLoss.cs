namespace Geo.Engine.Radio;

/// <summary>A loss that differs from place to place (or from building to building) as a normal distribution in decibels.</summary>
/// <param name="MedianDb">Half of the places lose less.</param>
/// <param name="DeviationDb">Standard deviation, not below 0.</param>
public readonly record struct NormalLoss(double MedianDb, double DeviationDb)
{
    /// <summary>Share of places, 0 to 1, that lose at most <paramref name="lossDb"/>.</summary>
    public double ShareWithin(double lossDb) => DeviationDb > 0
        ? NormalDistribution.Cumulative((lossDb - MedianDb) / DeviationDb)
        : lossDb >= MedianDb ? 1 : 0;

    /// <summary>Both losses one after the other, neither knowing of the other: medians add, deviations add as squares.</summary>
    public NormalLoss Then(NormalLoss other) =>
        new(MedianDb + other.MedianDb, Math.Sqrt((DeviationDb * DeviationDb) + (other.DeviationDb * other.DeviationDb)));
}
