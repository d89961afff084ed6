using System.Text.Json.Serialization;

namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>What is taken for granted of the weights when they are drawn. A closed family.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Ignorance), "ignorance")]
[JsonDerivedType(typeof(Dirichlet), "dirichlet")]
[JsonDerivedType(typeof(Interval), "interval")]
public abstract record WeightSpread
{
    private WeightSpread()
    {
    }

    /// <summary>Weights with a sum of 1, made of one number between 0 and 1 for each.</summary>
    /// <param name="weights">The weights of the scenario, sum 1.</param>
    /// <param name="uniforms">As many numbers; between 0 and 1, both left out.</param>
    public double[] Draw(IReadOnlyList<double> weights, ReadOnlySpan<double> uniforms)
    {
        var drawn = new double[weights.Count];
        for (var c = 0; c < drawn.Length; c++)
            drawn[c] = Part(weights[c], uniforms[c]);
        var sum = drawn.Sum();
        for (var c = 0; c < drawn.Length; c++)
            drawn[c] = sum > 0 ? drawn[c] / sum : weights[c];
        return drawn;
    }

    /// <summary>One weight before all are scaled to a sum of 1.</summary>
    protected abstract double Part(double weight, double uniform);

    /// <summary>Nothing: every weighting is as likely as any other (uniform on the simplex).</summary>
    public sealed record Ignorance : WeightSpread
    {
        /// <inheritdoc/>
        protected override double Part(double weight, double uniform) => -Math.Log(uniform);
    }

    /// <summary>The weights of the scenario are the mean of a Dirichlet distribution.</summary>
    /// <param name="Concentration">Sum of its parameters, above 0: the greater, the nearer the draws.</param>
    public sealed record Dirichlet(double Concentration) : WeightSpread
    {
        /// <inheritdoc/>
        protected override double Part(double weight, double uniform) => weight == 0 ? 0 : GammaQuantile.Of(Concentration * weight, uniform);
    }

    /// <summary>Each weight lies, evenly, in an interval around its own before all are scaled to a sum of 1.</summary>
    /// <param name="Share">Half the width as a share of the weight, above 0 to 1.</param>
    public sealed record Interval(double Share) : WeightSpread
    {
        /// <inheritdoc/>
        protected override double Part(double weight, double uniform) => weight * (1 + (Share * ((2 * uniform) - 1)));
    }
}
