namespace Geo.Engine.Radio;

/// <summary>
/// A path that has line of sight at some places of a cell and not at others: two normal distributions of loss (in dB), mixed by the probability of
/// line of sight. Nothing is drawn, and the decibels of the two states are never averaged.
/// </summary>
/// <param name="LineOfSightProbability">0 to 1.</param>
/// <param name="LossWithDb">Median loss with line of sight.</param>
/// <param name="SigmaWithDb">Its standard deviation, greater than 0.</param>
/// <param name="LossWithoutDb">Median loss without line of sight, not less than with it.</param>
/// <param name="SigmaWithoutDb">Its standard deviation, greater than 0.</param>
public readonly record struct MixedPath(
    double LineOfSightProbability, double LossWithDb, double SigmaWithDb, double LossWithoutDb, double SigmaWithoutDb)
{
    private const double ToleranceDb = 1e-6;
    private const int MostSteps = 60;

    /// <summary>The rural macro path of a length.</summary>
    public static MixedPath OfRuralMacro(in RuralMacroScene scene, double distanceMetres) => new(
        RuralMacro.LineOfSightProbability(distanceMetres),
        RuralMacro.LossWithLineOfSightDb(scene, distanceMetres),
        RuralMacro.ShadowingWithLineOfSightDb(scene, distanceMetres),
        RuralMacro.LossWithoutLineOfSightDb(scene, distanceMetres),
        RuralMacro.ShadowingWithoutLineOfSightDb);

    /// <summary>Share of places, 0 to 1, whose loss is at most <paramref name="lossDb"/>: p Q((t - S_LOS)/sigma_LOS) + (1 - p) Q((t - S_NLOS)/sigma_NLOS).</summary>
    public double ShareWithin(double lossDb) =>
        (LineOfSightProbability * NormalDistribution.Cumulative((lossDb - LossWithDb) / SigmaWithDb))
        + ((1 - LineOfSightProbability) * NormalDistribution.Cumulative((lossDb - LossWithoutDb) / SigmaWithoutDb));

    /// <summary>The loss that half of the places stay within, dB, by Newton's method kept between the two medians.</summary>
    /// <param name="guessDb">Where to begin; any number.</param>
    public double MedianLossDb(double guessDb)
    {
        var (low, high) = (LossWithDb, LossWithoutDb);
        var loss = guessDb >= low && guessDb <= high ? guessDb : (low + high) / 2;
        for (var step = 0; step < MostSteps && high - low > ToleranceDb; step++)
        {
            var excess = ShareWithin(loss) - 0.5;
            (low, high) = excess < 0 ? (loss, high) : (low, loss);
            var next = loss - (excess / Density(loss));
            if (Math.Abs(next - loss) < ToleranceDb)
                return next;
            loss = next > low && next < high ? next : (low + high) / 2;
        }

        return loss;
    }

    private double Density(double lossDb) =>
        (LineOfSightProbability * NormalDistribution.Density((lossDb - LossWithDb) / SigmaWithDb) / SigmaWithDb)
        + ((1 - LineOfSightProbability) * NormalDistribution.Density((lossDb - LossWithoutDb) / SigmaWithoutDb) / SigmaWithoutDb);
}
