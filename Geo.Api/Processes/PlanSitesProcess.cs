using Geo.Api.Http;
using Geo.Api.Siting;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Scenarios;

namespace Geo.Api.Processes;

/// <summary>Where to build 5G sites: for a budget, for budgets of years, or for a share of the people at least cost.</summary>
internal sealed class PlanSitesProcess(IFeatureStore store, GridCatalog grids, RunSettings settings) : Process
{
    private readonly SitingQuestionReader _questions = new(store, grids, settings.Threads);
    private readonly InputStamp _stamps = new(store, new GridInput(grids));
    private readonly LatestReading<SitingQuestion> _judged = new();

    public override ProcessDescription Description { get; } = new()
    {
        Id = "plan-sites",
        Title = new("Chọn vị trí trạm 5G", "Plan 5G sites"),
        Description = new(
            "Chọn trong các vị trí có thể xây: nhiều người được phủ nhất với ngân sách (cả gói hoặc từng năm), hoặc rẻ nhất để đạt tỷ lệ dân số và mức sàn từng huyện. Kết quả luôn kèm cận: không phương án nào tốt hơn thế. Trạm nào phục vụ ô nào: p1812 trên địa hình, hoặc rma theo khoảng cách. Sau đó tính lại với nhiễu giữa các trạm và sửa phương án.",
            "Chooses among candidates: most people for a budget (in all or by year), or least cost for a share of the people and floors by district. The result always comes with its bound: no plan is better than that. Who serves whom is p1812 over terrain, or rma by distance. Then it is judged again with interference between sites, and mended."),
        Keywords = ["5G", "radio", "siting"],
        Inputs = SitePlanInputs.All,
        Outputs =
        [
            ProcessOutput.Document("plan", new("Phương án", "Plan"), new("Số người, chi phí, mục tiêu, cận, khoảng cách; theo năm và theo đơn vị hành chính; với nhiễu.", "People, cost, objective, bound, gap; by year and by administrative unit; with interference.")),
            ProcessOutput.Features("sites", new("Vị trí được chọn", "Chosen sites"), new("Vị trí, năm, chi phí, số người được phủ thêm.", "Site, year, cost, people gained.")),
            ProcessOutput.Document("curve", new("Đường chi phí - dân số", "Curve of cost and people"), new("Với mỗi ngân sách: số người được phủ và cận.", "For each budget: people served, and the bound.")),
            ProcessOutput.Features("uncovered", new("Dân cư chưa được phủ", "People still uncovered"), new("Vùng và số người theo đơn vị hành chính.", "Zones and people by administrative unit.")),
        ],
    };

    public override async Task<IReadOnlyList<ParameterFault>> JudgeAsync(ProcessInputs inputs, CancellationToken cancellation)
    {
        var stamp = await StampAsync(inputs, cancellation);
        var (question, faults) = await _questions.ReadAsync(inputs, cancellation);
        if (question is not null)
            _judged.Keep(stamp, question);
        return faults;
    }

    public override async Task<ProcessResult> RunAsync(ProcessWork work, CancellationToken cancellation)
    {
        work.Progress.Report(new StepProgress(new("Đọc các lớp", "Reading layers"), 0));
        var question = _judged.Take(await StampAsync(work.Inputs, cancellation)) ?? await ReadAsync(work.Inputs, cancellation);
        var run = new SitingRun(question, work.Inputs, settings.Threads, work.Progress, cancellation);
        var answer = await Task.Run(run.Answer, cancellation);
        var firstYear = (int)work.Inputs.Number(SitePlanInputs.FirstYear);
        return new ProcessResult(
            OutputContent.Json("plan", SitingDocuments.Plan(question, answer, firstYear)),
            await OutputContent.FeaturesAsync("sites", SitingLayers.Sites(answer, question.Demand.Frame.System, firstYear), cancellation),
            OutputContent.Json("curve", SitingDocuments.Curve(answer)),
            await OutputContent.FeaturesAsync("uncovered", SitingLayers.Uncovered(question, answer, settings.Threads, cancellation), cancellation));
    }

    private Task<string> StampAsync(ProcessInputs inputs, CancellationToken cancellation) => _stamps.OfAsync(
        inputs, [SitePlanInputs.Candidates, SitePlanInputs.Standing, SitePlanInputs.Districts, GroundInputs.Land], [SitePlanInputs.Population, GroundInputs.Terrain, GroundInputs.LandCover], cancellation);

    private async Task<SitingQuestion> ReadAsync(ProcessInputs inputs, CancellationToken cancellation)
    {
        var (question, faults) = await _questions.ReadAsync(inputs, cancellation);
        return question ?? throw new ProcessFailedException("invalid-input", new(string.Join(' ', faults.Select(f => f.Told.Vi)), string.Join(' ', faults.Select(f => f.Told.En))));
    }
}
