using Geo.Engine.Grids;

namespace Geo.Engine.Scenarios;

/// <summary>What a scenario found for one theme. All grids lie on the scenario's frame.</summary>
public sealed record ThemeResult
{
    /// <summary>The theme, with weights that came of the data written down as numbers.</summary>
    public required Theme Theme { get; init; }

    /// <summary>Where its weights come from.</summary>
    public required RunWeighting Weighting { get; init; }

    /// <summary>How far the scores hang on weights and on errors of the layers; null when that was not asked for.</summary>
    public UncertaintyResult? Uncertainty { get; init; }

    /// <summary>Districts and zones, ranked; null when that was not asked for.</summary>
    public RunRankings? Rankings { get; init; }

    /// <summary>Score, 0 to 1; NaN where a constraint or missing data removed the cell, and outside the study area.</summary>
    public required Grid<float> Score { get; init; }

    /// <summary>Classes as <see cref="Suitability.SuitabilityClass"/> numbers, after the zone rules; 0 = no class.</summary>
    public required Grid<byte> Classes { get; init; }

    /// <summary>Codes of <see cref="ReasonTable"/>; 0 = nothing removed or changed this cell.</summary>
    public required Grid<byte> Reasons { get; init; }

    /// <summary>What the codes of <see cref="Reasons"/> mean, in order of code.</summary>
    public required IReadOnlyList<ExclusionReason> ReasonTable { get; init; }

    /// <summary>Zones in order of class, district, first cell (row-major); their ids in the layer are 1..n in this order.</summary>
    public required IReadOnlyList<ZoneResult> Zones { get; init; }

    /// <summary>Districts in the order of their layer.</summary>
    public required IReadOnlyList<DistrictStatistics> Districts { get; init; }

    /// <summary>The radio networks over known ground that its criteria ask of, in their order; none in most themes.</summary>
    public IReadOnlyList<ThemeNetwork> Networks { get; init; } = [];
}
