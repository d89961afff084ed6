using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Scenarios;
using Geo.Engine.Scenarios;

namespace Geo.Api.Processes;

/// <summary>Why a place has its score: the values, memberships, weights and contributions of its cell.</summary>
internal sealed class WhyThisScoreProcess(ScenarioShelf shelf, ScoreExplainer explainer) : Process
{
    private readonly ScenarioInput _scenarios = new(shelf);

    public override ProcessDescription Description { get; } = new()
    {
        Id = "why-this-score",
        Title = new("Vì sao có điểm này?", "Why this score?"),
        Description = new("Giá trị, độ thuộc, trọng số và phần đóng góp của từng tiêu chí tại một vị trí, và ràng buộc nào loại ô đó.", "Value, membership, weight and contribution of each criterion at a place, and which constraint removed it."),
        Keywords = ["explanation"],
        Inputs =
        [
            new("scenario", new("Kịch bản", "Scenario"), new("Mã kịch bản trong kho, toàn văn YAML, hoặc tài liệu JSON tương ứng.", "Id of a scenario in the store, the YAML text of one, or the same as a JSON document."), ScenarioInput.Kind),
            new ProcessInput("theme", new("Chủ đề", "Theme"), new("Mặc định là chủ đề đầu tiên.", "The first one by default."), new InputKind.Text(63)).Optional(),
            new("longitude", new("Kinh độ", "Longitude"), new("WGS 84.", "WGS 84."), new InputKind.Number(-180, 180) { Unit = "deg" }),
            new("latitude", new("Vĩ độ", "Latitude"), new("WGS 84.", "WGS 84."), new InputKind.Number(-90, 90) { Unit = "deg" }),
        ],
        Outputs = [ProcessOutput.Document("explanation", new("Giải thích", "Explanation"), new("Như /scenarios/{id}/why.", "As /scenarios/{id}/why."))],
        IsQuick = true,
    };

    public override async Task<IReadOnlyList<ParameterFault>> JudgeAsync(ProcessInputs inputs, CancellationToken cancellation)
    {
        var (scenario, fault) = await _scenarios.FindAsync("scenario", inputs.Find("scenario")!.Value, cancellation); // required
        var problem = scenario is null ? fault : ScenarioInput.ThemeOf(scenario, inputs.Text("theme")).Fault;
        return problem is null ? [] : [problem];
    }

    public override async Task<ProcessResult> RunAsync(ProcessWork work, CancellationToken cancellation)
    {
        var scenario = await _scenarios.ReadAsync("scenario", work.Inputs.Find("scenario")!.Value, cancellation); // required
        var theme = ScenarioInput.ThemeOf(scenario, work.Inputs.Text("theme")).Theme ?? scenario.Themes[0];
        var at = (Longitude: work.Inputs.Number("longitude"), Latitude: work.Inputs.Number("latitude"));
        var why = await ExplainAsync(scenario, theme.Id, at, cancellation)
            ?? throw new ProcessFailedException("outside-grid", new("Vị trí nằm ngoài lưới của kịch bản.", "The position lies outside the scenario's grid."));
        var document = ExplanationDocument.Of(work.Language, scenario.Id, theme.Id, at, why, []);
        return new ProcessResult(new OutputContent("explanation", "application/json", JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.ExplanationDocument)));
    }

    private async Task<ScoreExplanation?> ExplainAsync(Scenario scenario, string themeId, (double Longitude, double Latitude) at, CancellationToken cancellation)
    {
        try
        {
            return await explainer.ExplainAsync(scenario, themeId, at.Longitude, at.Latitude, cancellation);
        }
        catch (ScenarioFailedException failure)
        {
            throw ScenarioExecution.Failed(failure);
        }
    }
}
