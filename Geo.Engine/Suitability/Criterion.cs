using System.Text.Json.Serialization;
using Geo.Engine.Features;

namespace Geo.Engine.Suitability;

/// <summary>Something that grades cells: a measure, judged by a membership.</summary>
public sealed record Criterion
{
    /// <summary>Identifier, unique in its theme.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>What is measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>How the measured value becomes a degree from 0 (worst) to 1 (best).</summary>
    public required Membership Membership { get; init; }

    /// <summary>What happens where there is no value.</summary>
    public required MissingValue Missing { get; init; }

    /// <summary>Standard deviation of the error of the measured value, in its unit, above 0; null when nobody says how wrong it may be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ErrorDeviation { get; init; }

    /// <summary>Where its numbers come from.</summary>
    public required Evidence Evidence { get; init; }
}
