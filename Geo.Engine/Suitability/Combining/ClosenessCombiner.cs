namespace Geo.Engine.Suitability.Combining;

/// <summary>Distance from the opposite of the ideal over both distances.</summary>
internal sealed class ClosenessCombiner(double[] weights) : CellCombiner
{
    /// <inheritdoc/>
    public override void Combine(DegreeRows degrees, Span<float> score)
    {
        Span<double> toBest = stackalloc double[score.Length];
        Span<double> toWorst = stackalloc double[score.Length];
        for (var c = 0; c < weights.Length; c++)
        {
            var row = degrees[c];
            for (var i = 0; i < row.Length; i++)
                if (!float.IsNaN(row[i]))
                {
                    toBest[i] += Square(weights[c] * (1 - (double)row[i]));
                    toWorst[i] += Square(weights[c] * row[i]);
                }
        }
        for (var i = 0; i < score.Length; i++)
        {
            var (best, worst) = (Math.Sqrt(toBest[i]), Math.Sqrt(toWorst[i]));
            score[i] = best + worst == 0 ? float.NaN : (float)(worst / (best + worst));
        }
    }

    private static double Square(double value) => value * value;
}
