namespace Geo.Engine.Suitability.Weights;

/// <summary>How weights come of data.</summary>
public enum DataRule
{
    /// <summary>Shannon's entropy.</summary>
    Entropy,

    /// <summary>Contrast and conflict; sample standard deviation (ddof 1).</summary>
    Critic,

    /// <summary>Effect of leaving a criterion out.</summary>
    Merec,

    /// <summary>Spread between worst and best; population standard deviation (ddof 0).</summary>
    StandardDeviation,
}
