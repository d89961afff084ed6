using Geo.Engine.Grids;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Reads measured places out of a layer.</summary>
internal static class Stations
{
    /// <summary>One station for each feature with a finite value, at its point or inside it.</summary>
    public static IReadOnlyList<StationValue> Of(FeatureSource source, string column, ScenarioInputs inputs)
    {
        var stations = new List<StationValue>();
        foreach (var (feature, geometry) in inputs.Features(source))
            if (inputs.Number(source, feature, column) is var value && double.IsFinite(value))
                stations.Add(new StationValue(geometry.InteriorPoint.X, geometry.InteriorPoint.Y, (float)value));
        return stations;
    }
}
