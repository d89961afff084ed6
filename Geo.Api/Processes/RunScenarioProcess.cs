using Geo.Api.Http;
using Geo.Api.Scenarios;
using Geo.Api.Styles;
using Geo.Engine.Features;
using Geo.Engine.Scenarios;

namespace Geo.Api.Processes;

/// <summary>Runs a scenario: the same runner, and the same result hash, as the command line. What it finds stays with the job, or is published for everybody.</summary>
internal sealed class RunScenarioProcess(IFeatureStore store, ScenarioShelf shelf, RunSettings settings) : Process
{
    public const string Id = "run-scenario";
    public const string Scenario = "scenario";
    public const string Publish = "publish";
    public const string Manifest = "manifest";
    public const string Suitability = "suitability";
    public const string Classes = "classes";

    private readonly ScenarioInput _scenarios = new(shelf);

    public override ProcessDescription Description { get; } = new()
    {
        Id = Id,
        Title = new("Chạy kịch bản", "Run a scenario"),
        Description = new(
            "Chấm điểm thích hợp từng ô, phân hạng, khoanh vùng và thống kê theo đơn vị hành chính. Kết quả nằm trong công việc; với publish = true thì được công bố thành lớp dữ liệu và lưới cho mọi người (cần quyền quy hoạch).",
            "Scores each cell, classifies, cuts zones, and counts by administrative unit. The results stay with the job; with publish = true they become layers and grids for everybody (needs the right to plan)."),
        Keywords = ["suitability", "zones", "FAO"],
        Inputs =
        [
            new(Scenario, new("Kịch bản", "Scenario"), new("Mã kịch bản trong kho, toàn văn YAML, hoặc tài liệu JSON tương ứng.", "Id of a scenario in the store, the YAML text of one, or the same as a JSON document."), ScenarioInput.Kind),
            new ProcessInput("theme", new("Chủ đề", "Theme"), new("Chủ đề có vùng và lưới được đưa ra; mặc định là chủ đề đầu tiên.", "The theme whose zones and grids come out; the first one by default."), new InputKind.Text(63)).Optional(),
            new ProcessInput(Publish, new("Công bố", "Publish"), new("Thay các lớp zones-…, districts-… và các lưới của chủ đề.", "Replaces the layers zones-…, districts-… and the grids of the themes."), new InputKind.Truth()).Optional(false),
        ],
        Outputs =
        [
            ProcessOutput.Document(Manifest, new("Hồ sơ lần chạy", "Manifest"), new("Kịch bản với mọi mặc định, mã băm đầu vào và đầu ra, diện tích, cảnh báo.", "The scenario with all defaults, hashes of inputs and outputs, areas, warnings.")),
            ProcessOutput.Text("resultHash", new("Mã băm kết quả", "Result hash"), new("Như nhau cho cùng kịch bản và cùng dữ liệu.", "The same for the same scenario and the same layers.")),
            ProcessOutput.Features("zones", new("Các vùng", "Zones"), new("Các vùng thích hợp của chủ đề.", "The suitable zones of the theme.")),
            ProcessOutput.Features("districts", new("Thống kê theo đơn vị hành chính", "District statistics"), new("Diện tích từng mức, sản lượng, việc làm.", "Area of each class, output, jobs.")),
            ProcessOutput.Grid(Suitability, new("Điểm thích hợp", "Suitability"), new("Điểm từ 0 đến 1; NaN là không có điểm.", "Score, 0 to 1; NaN where there is none.")),
            ProcessOutput.Grid(Classes, new("Phân hạng", "Classes"), new("1 = S1 … 4 = N; 0 là không phân hạng.", "1 = S1 … 4 = N; 0 where there is no class.")),
        ],
    };

    public override string Action => "scenario.run";

    public override bool Publishes(ProcessInputs inputs) => inputs.IsTrue(Publish);

    public override async Task<IReadOnlyList<ParameterFault>> JudgeAsync(ProcessInputs inputs, CancellationToken cancellation)
    {
        var (scenario, fault) = await _scenarios.FindAsync(Scenario, inputs.Find(Scenario)!.Value, cancellation); // required
        var problem = scenario is null ? fault : ScenarioInput.ThemeOf(scenario, inputs.Text("theme")).Fault;
        return problem is null ? [] : [problem];
    }

    public override async Task<ProcessResult> RunAsync(ProcessWork work, CancellationToken cancellation)
    {
        var given = work.Inputs.Find(Scenario)!.Value; // required
        var scenario = await _scenarios.ReadAsync(Scenario, given, cancellation);
        var result = await ScenarioExecution.RunAsync(scenario, store, settings, work.Progress, cancellation);
        var change = ScenarioPublication.ToStoreChange(result);
        var theme = ScenarioInput.ThemeOf(scenario, work.Inputs.Text("theme")).Theme?.Id ?? scenario.Themes[0].Id;
        var outputs = await OutputsAsync(result, change, theme, cancellation);
        return work.Inputs.IsTrue(Publish)
            ? new ProcessResult(outputs) { Change = Published(change, scenario, given), Published = [.. Links(scenario)] }
            : new ProcessResult(outputs);
    }

    private static async Task<IReadOnlyList<OutputContent>> OutputsAsync(ScenarioResult result, StoreChange change, string theme, CancellationToken cancellation)
    {
        StoredDocument Document(string name) => change.Documents.Single(d => d.Name == name);
        LayerContent Layer(string id) => change.Layers.Single(l => l.Definition.Id == id);
        OutputContent Grid(string name) => new(name, "image/tiff; application=geotiff", Document($"grids/{name}-{theme}.tif").Content);
        return
        [
            new OutputContent(Manifest, "application/json", Document($"runs/{result.Scenario.Id}/run.json").Content),
            OutputContent.Text("resultHash", result.ResultHash),
            await OutputContent.FeaturesAsync("zones", Layer($"zones-{theme}"), cancellation),
            await OutputContent.FeaturesAsync("districts", Layer($"districts-{theme}"), cancellation),
            Grid(Suitability),
            Grid(Classes),
        ];
    }

    /// <summary>A scenario that came with the request is kept with its results, as the command line keeps it.</summary>
    private static StoreChange Published(StoreChange change, Scenario scenario, System.Text.Json.JsonElement given)
    {
        if (given.ValueKind == System.Text.Json.JsonValueKind.String && given.GetString() == scenario.Id)
            return change;
        var kept = new StoredDocument($"scenarios/{scenario.Id}.yaml", "application/yaml", System.Text.Encoding.UTF8.GetBytes(scenario.Yaml));
        return change with { Documents = [.. change.Documents, kept] };
    }

    private static IEnumerable<PublishedLink> Links(Scenario scenario)
    {
        var json = Representation.Json.MediaType;
        yield return new($"{ScenarioDescription.PathOf(scenario.Id)}/run", "urn:soctranggeo:rel:run", json, scenario.Id);
        foreach (var theme in scenario.Themes)
        {
            yield return new($"/collections/zones-{theme.Id}", "urn:soctranggeo:rel:zones", json, $"zones-{theme.Id}");
            yield return new(StyleList.PathOf($"zones-{theme.Id}"), StyleList.Relation, json, $"zones-{theme.Id}");
            yield return new($"/collections/zones-{theme.Id}/tiles", "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector", json, $"zones-{theme.Id}");
            yield return new($"/collections/districts-{theme.Id}", "urn:soctranggeo:rel:districts", json, $"districts-{theme.Id}");
            yield return new($"/grids/suitability-{theme.Id}", "urn:soctranggeo:rel:suitability", json, $"suitability-{theme.Id}");
            yield return new($"/grids/classes-{theme.Id}", "urn:soctranggeo:rel:classes", json, $"classes-{theme.Id}");
            foreach (var (path, id) in NetworkLinks.Of(theme))
                yield return new(path, NetworkLinks.Relation, json, id);
        }
    }
}
