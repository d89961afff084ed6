namespace Geo.Engine.Suitability.Weights;

/// <summary>Which deviation from the judgements against the best and the worst is kept small.</summary>
public enum BestWorstForm
{
    /// <summary>Of weights: w_best - a w_j. A linear programme whose answer is unique.</summary>
    Linear,

    /// <summary>Of ratios: w_best / w_j - a.</summary>
    Ratio,
}
