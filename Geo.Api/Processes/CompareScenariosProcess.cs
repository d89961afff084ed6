using System.Text.Json.Nodes;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Scenarios;
using Geo.Engine.Suitability;

namespace Geo.Api.Processes;

/// <summary>Two runs side by side: hectares by pair of classes, for all and by district, and how much they are alike.</summary>
internal sealed class CompareScenariosProcess(IFeatureStore store, ComparedRuns runs, RunSettings settings) : Process
{
    private static readonly SuitabilityClass[] Classes = Enum.GetValues<SuitabilityClass>();

    public override ProcessDescription Description { get; } = new()
    {
        Id = "compare-scenarios",
        Title = new("So sánh hai kịch bản", "Compare two scenarios"),
        Description = new(
            "Hecta theo từng cặp hạng (ma trận chuyển hạng) cho cả vùng và theo đơn vị hành chính, tương quan của điểm, hệ số kappa của hạng. Hai bên phải cùng một lưới.",
            "Hectares by pair of classes (transition matrix) for the whole and by administrative unit, correlation of the scores, kappa of the classes. Both must lie on one grid."),
        Keywords = ["comparison", "kappa"],
        Inputs =
        [
            new("first", new("Bên thứ nhất", "First"), new("Mã kịch bản, toàn văn kịch bản, hoặc job: và mã một công việc run-scenario.", "Id of a scenario, the text of one, or job: and the id of a job of run-scenario."), ScenarioInput.Kind),
            new("second", new("Bên thứ hai", "Second"), new("Như trên.", "The same."), ScenarioInput.Kind),
            new ProcessInput("despite", new("Dù khác hàm thuộc", "Despite differences"), new("true: vẫn so sánh khi hàm thuộc hoặc cách xử lý ô thiếu giá trị khác nhau; kết quả nêu các khác biệt.", "true: compare even where memberships or the treatment of missing values differ; the result names the differences."), new InputKind.Truth()).Optional(),
            new ProcessInput("theme", new("Chủ đề", "Theme"), new("Chủ đề của kịch bản được so sánh; mặc định là chủ đề đầu tiên.", "The theme of the scenarios to compare; the first one by default."), new InputKind.Text(63)).Optional(),
        ],
        Outputs = [ProcessOutput.Document("comparison", new("So sánh", "Comparison"), new("Ma trận theo hạng: hàng là bên thứ nhất, cột là bên thứ hai; None là không phân hạng.", "Matrices by class: rows are the first run, columns the second; None is no class."))],
    };

    public override async Task<IReadOnlyList<ParameterFault>> JudgeAsync(ProcessInputs inputs, CancellationToken cancellation)
    {
        var faults = new List<ParameterFault>();
        foreach (var input in new[] { "first", "second" })
        {
            if (await runs.JudgeAsync(input, inputs.Find(input)!.Value, inputs.Text("theme"), cancellation) is { } fault) // required
                faults.Add(fault);
        }
        return faults;
    }

    public override async Task<ProcessResult> RunAsync(ProcessWork work, CancellationToken cancellation)
    {
        var first = await SideAsync("first", 0);
        var second = await SideAsync("second", 0.45);
        Task<ComparedRun> SideAsync(string input, double from) =>
            runs.FindAsync(input, work.Inputs.Find(input)!.Value, work.Inputs.Text("theme"), new Share(work.Progress, from), cancellation); // required
        if (ScenarioComparison.Differences(first.Surface.Classes.Frame, second.Surface.Classes.Frame) is { Count: > 0 } differences)
            throw new ProcessFailedException("grids-differ", Told(differences));
        var judged = first.Judgement is { } one && second.Judgement is { } other ? FrozenJudgement.Differences(one, other) : [];
        if (judged.Count > 0 && !work.Inputs.IsTrue("despite"))
            throw new ProcessFailedException("memberships-differ", Incomparable(judged));
        work.Progress.Report(new StepProgress(new("So sánh", "Comparing"), 0.9));
        var units = await UnitsAsync(first.DistrictLayer, cancellation);
        var zones = Lay(first.Surface.Classes.Frame, units);
        var comparison = await Task.Run(() => ScenarioComparison.Compute(first.Surface, second.Surface, zones, settings.Threads, cancellation), cancellation);
        return new ProcessResult(OutputContent.Json("comparison", Document(first, second, comparison, units, [.. judged.Select(d => d.For(work.Language))])));
    }

    private static BilingualText Told(IReadOnlyList<BilingualText> differences) => new(
        $"Hai lưới khác nhau: {string.Join("; ", differences.Select(d => d.Vi))}.", $"The grids differ: {string.Join("; ", differences.Select(d => d.En))}.");

    private static BilingualText Incomparable(IReadOnlyList<BilingualText> differences) => new(
        $"Điểm của hai bên không cùng nghĩa: {string.Join("; ", differences.Select(d => d.Vi))}. Đặt despite: true để vẫn so sánh.",
        $"The scores of the two do not mean the same: {string.Join("; ", differences.Select(d => d.En))}. Set despite: true to compare them anyway.");

    private async Task<IReadOnlyList<(string Code, string Name, NetTopologySuite.Geometries.Geometry Outline)>> UnitsAsync(string layerId, CancellationToken cancellation)
    {
        var layer = await store.FindLayerAsync(layerId, cancellation)
            ?? throw new ProcessFailedException("no-such-layer", new($"Lớp {layerId} không còn nữa.", $"The layer {layerId} is gone."));
        var names = layer.Definition.Properties.Select(p => p.Name).ToList();
        string Text(Feature feature, string column) => names.IndexOf(column) is >= 0 and var index ? feature.Values[index]?.ToString() ?? "" : "";
        var projection = layer.Definition.System.Srid == CoordinateSystems.Crs84.Srid ? null : Projection.Between(layer.Definition.System, CoordinateSystems.Crs84);
        var units = new List<(string, string, NetTopologySuite.Geometries.Geometry)>();
        await foreach (var feature in store.ReadAsync(layer, FeatureQuery.All, cancellation))
        {
            if (feature.Geometry is { IsEmpty: false } outline)
                units.Add((Text(feature, "unit_code"), Text(feature, "name_vi"), projection is null ? outline : projection.Transform(outline)));
        }
        return units;
    }

    /// <summary>As a run lays its districts: a cell belongs to the one that holds its centre.</summary>
    private static ZoneGrid Lay(GridFrame frame, IReadOnlyList<(string Code, string Name, NetTopologySuite.Geometries.Geometry Outline)> units)
    {
        var projection = Projection.Between(CoordinateSystems.Crs84, frame.System);
        var labels = new Grid<int>(frame);
        foreach (var (index, unit) in units.Index())
            Rasteriser.Burn(labels, projection.Transform(unit.Outline), index + 1, CellRule.Centre);
        return new ZoneGrid(labels, units.Count, CellAreas.OnTheGround(frame));
    }

    private static JsonObject Document(ComparedRun first, ComparedRun second, ScenarioComparison comparison, IReadOnlyList<(string Code, string Name, NetTopologySuite.Geometries.Geometry Outline)> units, IReadOnlyList<string> differences) => new()
    {
        ["first"] = new JsonObject { ["name"] = first.Name, ["runId"] = first.RunId },
        ["second"] = new JsonObject { ["name"] = second.Name, ["runId"] = second.RunId },
        ["differences"] = new JsonArray([.. differences.Select(d => (JsonNode)d)]),
        ["classes"] = new JsonArray([.. Classes.Select(c => (JsonNode)c.ToString())]),
        ["hectares"] = Matrix(comparison.Whole.Hectares),
        ["cells"] = Matrix((one, other) => comparison.Whole.Cells(one, other)),
        ["agreement"] = Finite(comparison.Whole.Agreement),
        ["kappa"] = Finite(comparison.Whole.Kappa),
        ["correlation"] = Finite(comparison.Correlation),
        ["scoredCells"] = comparison.ScoredCells,
        ["districts"] = new JsonArray([.. units.Zip(comparison.Districts, (unit, part) => (JsonNode)new JsonObject
        {
            ["unitCode"] = unit.Code,
            ["name"] = unit.Name,
            ["hectares"] = Matrix(part.Hectares),
            ["agreement"] = Finite(part.Agreement),
            ["kappa"] = Finite(part.Kappa),
        })]),
    };

    private static JsonArray Matrix(Func<SuitabilityClass, SuitabilityClass, double> value) =>
        [.. Classes.Select(one => (JsonNode)new JsonArray([.. Classes.Select(other => (JsonNode)value(one, other))]))];

    private static JsonNode? Finite(double number) => double.IsFinite(number) ? number : null;

    /// <summary>The part of one side in the whole.</summary>
    private sealed class Share(IProgress<StepProgress> whole, double from) : IProgress<StepProgress>
    {
        public void Report(StepProgress value) => whole.Report(value with { Fraction = from + (0.45 * value.Fraction) });
    }
}
