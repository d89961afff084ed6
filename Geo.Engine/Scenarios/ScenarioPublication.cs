using Geo.Engine.Features;

namespace Geo.Engine.Scenarios;

/// <summary>Turns a result into layers and documents of a store.</summary>
public static class ScenarioPublication
{
    /// <summary>
    /// The layers <c>zones-{theme}</c> and <c>districts-{theme}</c>, the grids <c>suitability-{theme}</c> and <c>classes-{theme}</c>
    /// with their metadata, and <c>runs/{scenario}/run.json</c>: one change, visible as a whole.
    /// </summary>
    public static StoreChange ToStoreChange(ScenarioResult result) => throw new InvalidOperationException(result.RunId);
}
