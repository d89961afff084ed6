namespace Geo.Engine.Suitability;

/// <summary>How the judgements of several experts become one weighting.</summary>
public enum GroupRule
{
    /// <summary>Judgement by judgement the weighted geometric mean, then the eigenvector (aggregation of individual judgements, AIJ).</summary>
    Judgements,

    /// <summary>The eigenvector of each, then their weighted geometric mean (aggregation of individual priorities, AIP).</summary>
    Priorities,
}
