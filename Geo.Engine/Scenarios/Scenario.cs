using System.Text.Json.Serialization;
using Geo.Engine.Features;
using Geo.Engine.Grids;

namespace Geo.Engine.Scenarios;

/// <summary>A question put to the layers: everything that changes a number is in it, and nothing else. Read by <see cref="ScenarioFile"/>.</summary>
public sealed record Scenario
{
    /// <summary>Identifier: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>What it answers.</summary>
    public required BilingualText Description { get; init; }

    /// <summary>What counts as inside.</summary>
    public required StudyArea StudyArea { get; init; }

    /// <summary>The grid of the results.</summary>
    public required GridFrame Frame { get; init; }

    /// <summary>Width of the margin around the frame in which distances still see features, whole cells.</summary>
    public required int HaloCells { get; init; }

    /// <summary>The layers it uses, by name.</summary>
    public required IReadOnlyList<ScenarioLayer> Layers { get; init; }

    /// <summary>The uses it judges, at least one.</summary>
    public required IReadOnlyList<Theme> Themes { get; init; }

    /// <summary>What is asked of the results beside the results; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UncertaintySettings? Uncertainty { get; init; }

    /// <summary>What it was laid over, and what it changed of that; null when it stands alone. In no hash: two files that say the same are the same scenario.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScenarioOrigin? Base { get; init; }

    /// <summary>The text it was read from.</summary>
    [JsonIgnore]
    public string Yaml { get; init; } = "";
}
