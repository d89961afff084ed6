namespace Geo.Engine.Suitability;

/// <summary>What becomes of a cell for which a criterion has no value.</summary>
public enum MissingValue
{
    /// <summary>The cell has no score; the criterion is counted as the reason.</summary>
    Exclude,

    /// <summary>The membership is 0.</summary>
    Worst,

    /// <summary>The membership is 0.5.</summary>
    Neutral,

    /// <summary>The criterion is left out for this cell and the other weights are scaled up to 1.</summary>
    Renormalise,
}
