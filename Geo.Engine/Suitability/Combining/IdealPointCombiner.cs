namespace Geo.Engine.Suitability.Combining;

/// <summary>1 less the distance from the ideal, as a share of that of its opposite.</summary>
internal sealed class IdealPointCombiner(double power, double[] weights) : CellCombiner
{
    private readonly double[] _factors = [.. weights.Select(w => WholePower.Of(w, power))];

    /// <inheritdoc/>
    public override void Combine(DegreeRows degrees, Span<float> score)
    {
        Span<double> distance = stackalloc double[score.Length];
        Span<double> farthest = stackalloc double[score.Length];
        for (var c = 0; c < _factors.Length; c++)
        {
            var row = degrees[c];
            for (var i = 0; i < row.Length; i++)
                if (!float.IsNaN(row[i]))
                {
                    distance[i] += _factors[c] * WholePower.Of(1 - (double)row[i], power);
                    farthest[i] += _factors[c];
                }
        }
        for (var i = 0; i < score.Length; i++)
            score[i] = farthest[i] == 0 ? float.NaN : (float)(1 - Root(distance[i] / farthest[i]));
    }

    private double Root(double share) => power switch
    {
        1 => share,
        2 => Math.Sqrt(share),
        _ => Math.Pow(share, 1 / power),
    };
}
