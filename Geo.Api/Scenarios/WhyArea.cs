using System.Globalization;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Scenarios;
using NetTopologySuite.Geometries;

namespace Geo.Api.Scenarios;

/// <summary>Why a zone, a commune or any other polygon of a collection is judged as it is.</summary>
internal sealed class WhyArea(IFeatureStore store, ScoreExplainer explainer)
{
    private static readonly BilingualText Number = new("mã số của một đối tượng, từ 1", "the number of a feature, from 1");
    private static readonly BilingualText Either = new("hoặc lon và lat, hoặc feature", "either lon and lat, or feature");

    /// <summary>Whether a request asks about a feature.</summary>
    public static bool IsAsked(ApiRequest request) => request.Parameter("feature") is not null || request.Parameter("collection") is not null;

    /// <summary>The answer.</summary>
    public async Task<IResult> AnswerAsync(ApiRequest request, Scenario scenario, string theme)
    {
        var id = request.ReadValue<long>("feature", text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null, Number);
        if (request.Parameter("feature") is null)
            request.Faults.Add(new ParameterFault("feature", "", Number));
        foreach (var name in new[] { "lon", "lat" })
            if (request.Parameter(name) is { } text)
                request.Faults.Add(new ParameterFault(name, text, Either));
        var collection = request.Parameter("collection") ?? $"zones-{theme}";
        var layer = collection.Contains('\0', StringComparison.Ordinal) ? null : await store.FindLayerAsync(collection, request.Cancellation);
        if (layer is null)
            request.Faults.Add(new ParameterFault("collection", collection, await KnownAsync(request.Cancellation)));
        if (request.Faults.Count > 0)
            return new ProblemResult(Problems.Parameters(request.Faults));
        request.StopTimer();
        return await ExplainAsync(request, scenario, theme, layer!, id!.Value); // what is missing is a fault
    }

    private async Task<IResult> ExplainAsync(ApiRequest request, Scenario scenario, string theme, Layer layer, long id)
    {
        if (await store.FindFeatureAsync(layer, id, request.Cancellation) is not { } feature)
            return new ProblemResult(Problems.NotFound($"Lớp {layer.Definition.Id} không có đối tượng {id}.", $"The collection {layer.Definition.Id} has no feature {id}."));
        if (feature.Geometry is not (Polygon or MultiPolygon))
            return new ProblemResult(Problems.Parameters([new ParameterFault("feature", request.Parameter("feature") ?? "", new("một đa giác", "a polygon"))]));
        try
        {
            if (await explainer.ExplainAsync(scenario, theme, feature.Geometry, layer.Definition.System, request.Cancellation) is not { } why)
                return new ProblemResult(Problems.NotFound("Đa giác nằm ngoài lưới của kịch bản.", "The polygon lies outside the scenario's grid."));
            var document = AreaExplanationDocument.Of(request.Language, scenario.Id, theme, (layer.Definition.Id, id), why, [.. request.OwnLinks([Representation.Json])]);
            return new DocumentResult(request, JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.AreaExplanationDocument), document.Links);
        }
        catch (ScenarioFailedException failure)
        {
            return new ProblemResult(ScenarioTrouble.Of(failure.Text));
        }
    }

    private async Task<BilingualText> KnownAsync(CancellationToken cancellation)
    {
        var known = string.Join(", ", (await store.ListLayersAsync(cancellation)).Where(l => l.Definition.GeometryKind is GeometryKind.Polygon or GeometryKind.MultiPolygon).Select(l => l.Id));
        return new(known, known);
    }
}
