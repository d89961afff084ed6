using System.Text.Json.Serialization;
using Geo.Engine.Economy;
using Geo.Engine.Features;
using Geo.Engine.Suitability;
using Geo.Engine.Zoning;

namespace Geo.Engine.Scenarios;

/// <summary>One use that the coast is judged for.</summary>
public sealed record Theme
{
    /// <summary>Identifier: the end of the ids of its result layers (<c>zones-{id}</c>).</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>What removes cells, in the order in which reasons are given.</summary>
    public required IReadOnlyList<Constraint> Constraints { get; init; }

    /// <summary>What grades cells, at least one, in the order of the sum.</summary>
    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>How the criteria are weighted.</summary>
    public required Weighting Weighting { get; init; }

    /// <summary>How memberships become a score.</summary>
    public required Aggregation Aggregation { get; init; }

    /// <summary>How scores become classes.</summary>
    public required ClassThresholds Classes { get; init; }

    /// <summary>How classes become zones.</summary>
    public required ZoneSettings Zones { get; init; }

    /// <summary>What is ranked beside the scores; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RankingSettings? Ranking { get; init; }

    /// <summary>The activity of <c>economy.yaml</c> that gives output and jobs; null for none.</summary>
    public ActivityUse? Activity { get; init; }

    /// <summary>People counted beside the areas; null for none.</summary>
    public PopulationStatistics? Population { get; init; }
}
