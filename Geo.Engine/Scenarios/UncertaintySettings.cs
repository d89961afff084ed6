using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Sensitivity;

namespace Geo.Engine.Scenarios;

/// <summary>What is asked of a scenario's results beside the results: how far they hang on weights and on errors of the layers.</summary>
/// <param name="Pass">A cell passes when it reaches this class.</param>
/// <param name="Weights">What is taken for granted of the weights when they are drawn.</param>
/// <param name="Draws">Number of drawn weightings, 2 to 1,000,000.</param>
/// <param name="IsEven">True for scrambled Sobol points, false for random numbers.</param>
/// <param name="Seed">Of either.</param>
/// <param name="Step">By which share each weight is made less and more in turn, above 0 to 1.</param>
/// <param name="LayerDraws">Number of drawn errors of the layers; 0 for none.</param>
/// <param name="IndexSamples">Base samples of the Sobol indices; 0 for none.</param>
public sealed record UncertaintySettings(
    SuitabilityClass Pass, WeightSpread Weights, int Draws, bool IsEven, ulong Seed, double Step, int LayerDraws, int IndexSamples)
{
    /// <summary>Number of drawn weightings under which the best cells are sought; 0 for none.</summary>
    public int BestDraws { get; init; }

    /// <summary>How many cells are the best: this share of those with a score, above 0 to 1.</summary>
    public double BestShare { get; init; } = 0.1;

    /// <summary>Number of draws of weights and errors of the layers together; 0 for none.</summary>
    public int JointDraws { get; init; }
}
