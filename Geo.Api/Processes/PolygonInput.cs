using Geo.Api.Http;
using Geo.Engine.Features;
using NetTopologySuite.Geometries;

namespace Geo.Api.Processes;

/// <summary>Features as an input that must be areas.</summary>
internal static class PolygonInput
{
    /// <summary>The polygons with their layer; nothing when the input was left out, or with the reason among the faults.</summary>
    public static async Task<(LayerDefinition? Layer, IReadOnlyList<Feature> Features)> ReadPolygonsAsync(
        this FeatureInput reader, string input, ProcessInputs inputs, List<ParameterFault> faults, CancellationToken cancellation)
    {
        if (inputs.Find(input) is not { } value)
            return (null, []);
        var (layer, features, fault) = await reader.ReadAsync(input, value, cancellation);
        if (fault is not null)
            faults.Add(fault);
        else if (features.Any(f => f.Geometry is not (null or Polygon or MultiPolygon)))
            faults.Add(new ParameterFault($"inputs.{input}", layer!.Id, new("đa giác", "polygons"))); // there is no fault
        return (layer, features);
    }
}
