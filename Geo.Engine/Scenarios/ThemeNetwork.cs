using Geo.Engine.Radio.Networks;

namespace Geo.Engine.Scenarios;

/// <summary>The radio network behind a theme, over known ground.</summary>
/// <param name="Coverage">What it gives, on cells of its own.</param>
/// <param name="Sectors">Names of its sectors, in the order in which the coverage counts them.</param>
public sealed record ThemeNetwork(NetworkCoverage Coverage, IReadOnlyList<string> Sectors)
{
    /// <summary>Where people live who are not covered to standard, most people first; null where the theme counts nobody.</summary>
    public IReadOnlyList<UncoveredZone>? Uncovered { get; init; }
}
