using System.Text.Json.Serialization;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios;

/// <summary>A layer or grid of the store under the name that the scenario uses.</summary>
/// <param name="Name">Its name in the scenario.</param>
/// <param name="Features">The features, when it is a vector layer.</param>
/// <param name="Grid">The grid, when it is one.</param>
/// <param name="Unit">The unit the scenario counts on; null when it does not say.</param>
public sealed record ScenarioLayer(string Name, FeatureSource? Features, GridSource? Grid, string? Unit)
{
    /// <summary>Whether the polygons of a vector layer are measured as the share of each cell that they cover, instead of claiming whole cells.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsShare { get; init; }
}
