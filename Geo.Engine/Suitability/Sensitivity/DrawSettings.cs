namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>How weights are drawn.</summary>
/// <param name="Spread">What is taken for granted of them.</param>
/// <param name="Draws">How many, at least 1.</param>
/// <param name="IsEven">True for scrambled Sobol points, false for random numbers.</param>
/// <param name="Seed">Of either.</param>
public sealed record DrawSettings(WeightSpread Spread, int Draws, bool IsEven, ulong Seed)
{
    /// <summary>All draws, draws x criteria, each with a sum of 1: the same for the same settings on any machine but for the last bit of logarithms.</summary>
    /// <param name="weights">The weights of the scenario, sum 1.</param>
    public double[][] Of(IReadOnlyList<double> weights)
    {
        var points = IsEven ? new SobolPoints(weights.Count, Seed) : null;
        var random = new CounterRandom(Seed);
        var draws = new double[Draws][];
        var uniforms = new double[weights.Count];
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var c = 0; c < uniforms.Length; c++)
                uniforms[c] = points is null ? random.Uniform((uint)c, (ulong)draw) : points[c, (uint)draw];
            draws[draw] = Spread.Draw(weights, uniforms);
        }
        return draws;
    }
}
