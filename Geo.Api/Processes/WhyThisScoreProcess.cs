using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Scenarios;
using Geo.Engine.Features;
using Geo.Engine.Scenarios;
using NetTopologySuite.Geometries;

namespace Geo.Api.Processes;

/// <summary>Why a place has its score: the values, memberships, weights and contributions of its cell.</summary>
internal sealed class WhyThisScoreProcess(ScenarioShelf shelf, ScoreExplainer explainer, IFeatureStore store) : Process
{
    private static readonly BilingualText Either = new("longitude và latitude, hoặc area", "longitude and latitude, or area");
    private static readonly BilingualText Polygonal = new("một đa giác", "a polygon");

    private readonly ScenarioInput _scenarios = new(shelf);
    private readonly FeatureInput _features = new(store);

    public override ProcessDescription Description { get; } = new()
    {
        Id = "why-this-score",
        Title = new("Vì sao có điểm này?", "Why this score?"),
        Description = new("Giá trị, độ thuộc, trọng số và phần đóng góp của từng tiêu chí tại một vị trí hoặc trong một đa giác, và ràng buộc nào loại các ô.", "Value, membership, weight and contribution of each criterion at a place or in a polygon, and which constraints removed cells."),
        Keywords = ["explanation"],
        Inputs =
        [
            new("scenario", new("Kịch bản", "Scenario"), new("Mã kịch bản trong kho, toàn văn YAML, hoặc tài liệu JSON tương ứng.", "Id of a scenario in the store, the YAML text of one, or the same as a JSON document."), ScenarioInput.Kind),
            new ProcessInput("theme", new("Chủ đề", "Theme"), new("Mặc định là chủ đề đầu tiên.", "The first one by default."), new InputKind.Text(63)).Optional(),
            new ProcessInput("longitude", new("Kinh độ", "Longitude"), new("WGS 84.", "WGS 84."), new InputKind.Number(-180, 180) { Unit = "deg" }).Optional(),
            new ProcessInput("latitude", new("Vĩ độ", "Latitude"), new("WGS 84.", "WGS 84."), new InputKind.Number(-90, 90) { Unit = "deg" }).Optional(),
            new ProcessInput("area", new("Đa giác", "Polygon"), new("Thay cho vị trí: một đối tượng GeoJSON có đa giác.", "Instead of a place: a GeoJSON feature with a polygon."), new InputKind.Document { Required = ["type", "geometry"], Types = ["Feature"], Format = "geojson-feature" }).Optional(),
        ],
        Outputs = [ProcessOutput.Document("explanation", new("Giải thích", "Explanation"), new("Như /scenarios/{id}/why.", "As /scenarios/{id}/why."))],
        IsQuick = true,
    };

    public override async Task<IReadOnlyList<ParameterFault>> JudgeAsync(ProcessInputs inputs, CancellationToken cancellation)
    {
        var (scenario, fault) = await _scenarios.FindAsync("scenario", inputs.Find("scenario")!.Value, cancellation); // required
        var problem = scenario is null ? fault : ScenarioInput.ThemeOf(scenario, inputs.Text("theme")).Fault;
        ParameterFault?[] faults = [problem, await PlaceFaultAsync(inputs, cancellation)];
        return [.. faults.OfType<ParameterFault>()];
    }

    public override async Task<ProcessResult> RunAsync(ProcessWork work, CancellationToken cancellation)
    {
        var scenario = await _scenarios.ReadAsync("scenario", work.Inputs.Find("scenario")!.Value, cancellation); // required
        var theme = ScenarioInput.ThemeOf(scenario, work.Inputs.Text("theme")).Theme ?? scenario.Themes[0];
        try
        {
            var answer = work.Inputs.Find("area") is { } area
                ? await AreaAsync(work, scenario, theme.Id, area, cancellation)
                : await PlaceAsync(work, scenario, theme.Id, cancellation);
            return new ProcessResult(new OutputContent("explanation", "application/json", answer));
        }
        catch (ScenarioFailedException failure)
        {
            throw ScenarioExecution.Failed(failure);
        }
    }

    private async Task<byte[]> PlaceAsync(ProcessWork work, Scenario scenario, string themeId, CancellationToken cancellation)
    {
        var at = (Longitude: work.Inputs.Number("longitude"), Latitude: work.Inputs.Number("latitude"));
        var why = await explainer.ExplainAsync(scenario, themeId, at.Longitude, at.Latitude, cancellation)
            ?? throw new ProcessFailedException("outside-grid", new("Vị trí nằm ngoài lưới của kịch bản.", "The position lies outside the scenario's grid."));
        return JsonSerializer.SerializeToUtf8Bytes(ExplanationDocument.Of(work.Language, scenario.Id, themeId, at, why, []), ApiJson.Readable.ExplanationDocument);
    }

    private async Task<byte[]> AreaAsync(ProcessWork work, Scenario scenario, string themeId, JsonElement area, CancellationToken cancellation)
    {
        var (layer, features, fault) = await _features.ReadAsync("area", area, cancellation);
        if (layer is null || features.Count == 0 || features[0].Geometry is not { } polygon)
            throw new ProcessFailedException("invalid-input", fault?.Told ?? Polygonal);
        var why = await explainer.ExplainAsync(scenario, themeId, polygon, layer.System, cancellation)
            ?? throw new ProcessFailedException("outside-grid", new("Đa giác nằm ngoài lưới của kịch bản.", "The polygon lies outside the scenario's grid."));
        return JsonSerializer.SerializeToUtf8Bytes(AreaExplanationDocument.Of(work.Language, scenario.Id, themeId, null, why, []), ApiJson.Readable.AreaExplanationDocument);
    }

    private async Task<ParameterFault?> PlaceFaultAsync(ProcessInputs inputs, CancellationToken cancellation)
    {
        var isPlace = inputs.Find("longitude") is not null && inputs.Find("latitude") is not null;
        var isPart = inputs.Find("longitude") is not null || inputs.Find("latitude") is not null;
        if (inputs.Find("area") is not { } area)
            return isPlace ? null : new ParameterFault(inputs.Find("longitude") is null ? "inputs.longitude" : "inputs.latitude", "", Either);
        if (isPart)
            return new ParameterFault("inputs.area", "", Either);
        var (_, features, fault) = await _features.ReadAsync("area", area, cancellation);
        return fault ?? (features is [{ Geometry: Polygon or MultiPolygon }] ? null : new ParameterFault("inputs.area", "", Polygonal));
    }
}
