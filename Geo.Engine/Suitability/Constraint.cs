using Geo.Engine.Features;

namespace Geo.Engine.Suitability;

/// <summary>Something that removes cells, whatever their grades.</summary>
public sealed record Constraint
{
    /// <summary>Identifier, unique in its theme.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>Which cells it removes.</summary>
    public required ConstraintRule Rule { get; init; }

    /// <summary>The decision, law or standard behind it; null when there is none.</summary>
    public BilingualText? LegalSource { get; init; }

    /// <summary>Where its numbers come from.</summary>
    public required Evidence Evidence { get; init; }
}
