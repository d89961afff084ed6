using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios;

/// <summary>How far the results of a theme hang on weights and on errors of the layers.</summary>
public sealed record RunUncertainty
{
    /// <summary>The class that passes.</summary>
    public required SuitabilityClass Pass { get; init; }

    /// <summary>Share of the cells with a score that pass under the weights of the scenario; null when no cell has a score.</summary>
    public required double? PassingShare { get; init; }

    /// <summary>The share when one weight at a time is less or more, the others in proportion.</summary>
    public required IReadOnlyList<RunWeightStep> OneAtATime { get; init; }

    /// <summary>How much of the variance of the share each weight makes; empty when that was not asked for, or when nothing varies.</summary>
    public required IReadOnlyList<RunWeightIndices> Indices { get; init; }

    /// <summary>How often each district takes which rank under drawn weights.</summary>
    public required IReadOnlyList<RunRanks> Ranks { get; init; }

    /// <summary>The spread of the share when weights and values are wrong together; null when that was not asked for, or no cell has a score.</summary>
    public RunJoint? Joint { get; init; }
}
