namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>How much of the variance of a model's result each input makes, alone and with all its interactions.</summary>
/// <param name="First">First-order index of each input: the share of the variance that goes when it alone is known.</param>
/// <param name="Total">Total index of each input: the share that stays when all others are known.</param>
/// <param name="Mean">Mean result.</param>
/// <param name="Variance">Its variance; the indices are NaN when it is 0.</param>
public sealed record SobolIndices(IReadOnlyList<double> First, IReadOnlyList<double> Total, double Mean, double Variance)
{
    /// <summary>Estimates the indices with n (inputs + 2) runs of the model.</summary>
    /// <param name="model">Takes inputs between 0 and 1 and gives a result; called for many samples at once, in any order.</param>
    /// <param name="inputs">Number of inputs, 1 to half of <see cref="SobolPoints.MostDimensions"/>.</param>
    /// <param name="samples">n, at least 2; a power of two serves best.</param>
    /// <param name="seed">Of the points.</param>
    /// <remarks>Source: Saltelli, A. et al. (2010), Computer Physics Communications 181:259, table 2: (b) for the first order, (f) of Jansen for the total.</remarks>
    public static SobolIndices Of(Func<IReadOnlyList<double[]>, double[]> model, int inputs, int samples, ulong seed)
    {
        var points = new SobolPoints(2 * inputs, seed);
        var (first, second) = (Sample(points, 0, inputs, samples), Sample(points, inputs, inputs, samples));
        var (ofFirst, ofSecond) = (model(first), model(second));
        var (mean, variance) = Moments([.. ofFirst, .. ofSecond]);
        var (alone, total) = (new double[inputs], new double[inputs]);
        for (var input = 0; input < inputs; input++)
        {
            var mixed = model([.. first.Zip(second, (a, b) => With(a, input, b[input]))]);
            var (gain, spread) = (0.0, 0.0);
            for (var i = 0; i < samples; i++)
            {
                gain += (ofSecond[i] - mean) * (mixed[i] - ofFirst[i]); // less the mean: the estimator stays the same and loses its noise
                spread += (ofFirst[i] - mixed[i]) * (ofFirst[i] - mixed[i]);
            }
            (alone[input], total[input]) = (gain / samples / variance, spread / (2 * samples) / variance);
        }
        return new SobolIndices(alone, total, mean, variance);
    }

    private static double[][] Sample(SobolPoints points, int from, int inputs, int samples) =>
        [.. Enumerable.Range(0, samples).Select(i => Enumerable.Range(from, inputs).Select(d => points[d, (uint)i]).ToArray())];

    private static double[] With(double[] inputs, int input, double value)
    {
        var changed = inputs.ToArray();
        changed[input] = value;
        return changed;
    }

    private static (double Mean, double Variance) Moments(double[] results)
    {
        var mean = results.Average();
        return (mean, results.Average(r => (r - mean) * (r - mean)));
    }
}
