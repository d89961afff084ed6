using System.Globalization;
using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Scenarios;

namespace Geo.Api.Processes;

/// <summary>What a 5G network gives over known ground, to whom, and why not.</summary>
internal sealed class NetworkProcess(IFeatureStore store, GridCatalog grids, RunSettings settings) : Process
{
    private const long MostCells = 4_000_000;
    private readonly NetworkInputs _inputs = new(store, grids);

    public override ProcessDescription Description { get; } = new()
    {
        Id = "radio-network",
        Title = new("Mạng 5G trên địa hình", "5G network over known ground"),
        Description = new(
            "Mức thu, nhiễu, tốc độ và lớp phủ theo QCVN 126:2021 của các trạm, tính từng đường truyền theo ITU-R P.1812 trên địa hình, vật cản và mặt nước; dân số được phủ theo đơn vị, và lý do của từng ô chưa đạt.",
            "Signal, interference, rate and the class of QCVN 126:2021 of given sites, path by path by ITU-R P.1812 over terrain, clutter and water; people covered by unit, and the reason of every cell that is not."),
        Keywords = ["5G", "radio", "P.1812"],
        Inputs =
        [
            new("sites", new("Các trạm", "Sites"), new("Mã một lớp điểm, hoặc GeoJSON, với các cột height_m, band, eirp_re_dbm (và tùy chọn site, operator, antenna, bearing_deg, tilt_deg, electrical_tilt_deg, load).", "Id of a collection of points, or GeoJSON, with columns height_m, band, eirp_re_dbm (and site, operator, antenna, bearing_deg, tilt_deg, electrical_tilt_deg, load if known)."), FeatureInput.Kind),
            new("area", new("Khu vực", "Area"), new("Khung của lưới.", "The box of the grid."), new InputKind.Box()),
            new("terrain", new("Địa hình", "Terrain"), new("Mã lưới độ cao trên mực biển trung bình.", "Id of a grid of heights above mean sea level."), new InputKind.Text(200)),
            new("terrainModel", new("Loại độ cao", "Kind of heights"), new("Mặt đất, hoặc mô hình bề mặt được coi là mặt đất.", "Ground, or a surface model knowingly taken for it."), new InputKind.Text(20) { Words = ["ground", "surface_as_ground"] }),
            new ProcessInput("landCover", new("Lớp phủ", "Land cover"), new("Mã lưới phân loại.", "Id of a categorical grid."), new InputKind.Text(200)).Optional(),
            new ProcessInput("clutterHeights", new("Chiều cao vật cản", "Clutter heights"), new("Mét theo mã lớp phủ.", "Metres by code of land cover."), new InputKind.Document()).Optional(),
            new ProcessInput("land", new("Đất liền", "Land"), new("Lớp đa giác; phần còn lại là biển.", "A collection of polygons; the rest is sea."), FeatureInput.Kind).Optional(),
            new ProcessInput("waterLevel", new("Mực nước", "Water level"), new("Mực nước biển so với trung bình: triều.", "Water at sea above its mean: the tide."), new InputKind.Number(-10, 10) { Unit = "m" }).Optional(0),
            new ProcessInput("population", new("Dân số", "Population"), new("Mã lưới số người mỗi ô.", "Id of a grid of persons in each cell."), new InputKind.Text(200)).Optional(),
            new ProcessInput("units", new("Đơn vị", "Units"), new("Lớp đơn vị hành chính, huyện cũ hoặc xã mới.", "Administrative units, former districts or new communes."), FeatureInput.Kind).Optional(),
            new ProcessInput("place", new("Nơi thu", "Place"), new("Ngoài trời hoặc trong nhà (P.2109).", "Outdoors, or in a house (P.2109)."), new InputKind.Text(20) { Words = ["outdoor", "indoor_traditional", "indoor_efficient"] }).Optional("outdoor"),
            new ProcessInput("cell", new("Cạnh ô", "Cell size"), new("Cạnh của ô lưới.", "Side of a cell."), new InputKind.Number(30, 2_000) { Unit = "m" }).Optional(100),
            new ProcessInput("threshold", new("Ngưỡng", "Threshold"), new("SS-RSRP thấp nhất được coi là có sóng.", "Least SS-RSRP that counts as signal."), new InputKind.Number(-160, 0) { Unit = "dBm" }).Optional(-105),
            new ProcessInput("receiverHeight", new("Độ cao máy thu", "Receiver height"), new("Trên mặt đất.", "Above ground."), new InputKind.Number(1, 10) { Unit = "m" }).Optional(1.5),
            new ProcessInput("reach", new("Bán kính", "Reach"), new("Bán kính tính cho mỗi trạm.", "Radius computed for each site."), new InputKind.Number(250, 50_000) { Unit = "m" }).Optional(15_000),
        ],
        Outputs =
        [
            ProcessOutput.Document("summary", new("Tóm tắt", "Summary"), new("Hecta và dân số của toàn khu vực và từng đơn vị, kỳ vọng và chắc chắn; bảng lý do.", "Hectares and people of the whole and of each unit, expected and certain; the table of reasons.")),
            ProcessOutput.Features("uncovered", new("Dân chưa được phủ", "People not covered"), new("Vùng có dân chưa đạt chuẩn, lý do và cách khắc phục.", "Zones with people not covered to standard, why, and what would help.")),
            ProcessOutput.Grid("signal", new("Mức tín hiệu", "Signal"), new("SS-RSRP trung vị của trạm mạnh nhất, dBm.", "Median SS-RSRP of the strongest server, dBm.")),
            ProcessOutput.Grid("sinr", new("SINR", "SINR"), new("Tỷ số tín hiệu trên nhiễu và tạp âm, dB.", "Ratio of signal to interference and noise, dB.")),
            ProcessOutput.Grid("rate", new("Tốc độ", "Rate"), new("Tốc độ của một người dùng, Mbit/s.", "Rate of a lone user, Mbit/s.")),
            ProcessOutput.Grid("standard", new("Xác suất đạt chuẩn", "Probability of the standard"), new("Tỷ lệ nơi đạt 30 Mbit/s, 0 đến 1.", "Share of places with 30 Mbit/s, 0 to 1.")),
            ProcessOutput.Grid("server", new("Trạm phục vụ", "Best server"), new("Số thứ tự ăng-ten mạnh nhất; -1 là không có.", "Number of the strongest sector; -1 for none.")),
            ProcessOutput.Grid("class", new("Lớp", "Class"), new("0 không, 1 có sóng 5G, 2 đạt QCVN.", "0 none, 1 5G signal, 2 5G to standard.")),
            ProcessOutput.Grid("reason", new("Lý do", "Reason"), new("Mã lý do, xem tóm tắt.", "Code of the reason, see the summary.")),
            ProcessOutput.Grid("validity", new("Độ tin cậy", "Validity"), new("Cờ: 1 mô hình gần, 2 có trạm bị bỏ qua, 4 không tính.", "Flags: 1 near model, 2 a site left out, 4 not computed.")),
        ],
    };

    public override async Task<IReadOnlyList<ParameterFault>> JudgeAsync(ProcessInputs inputs, CancellationToken cancellation)
    {
        var frame = NetworkFrame.Of(inputs);
        if (frame.CellCount > MostCells)
        {
            var cells = string.Create(CultureInfo.InvariantCulture, $"{frame.Rows} × {frame.Columns}");
            return [new ParameterFault("inputs.area", cells, new($"không quá {MostCells} ô: lấy khu vực nhỏ hơn hoặc ô lớn hơn", $"at most {MostCells} cells: take a smaller area or larger cells"))];
        }
        return (await _inputs.ReadAsync(inputs, frame, settings.Threads, cancellation)).Faults;
    }

    public override async Task<ProcessResult> RunAsync(ProcessWork work, CancellationToken cancellation)
    {
        work.Progress.Report(new StepProgress(new("Đọc dữ liệu", "Reading inputs"), 0));
        var frame = NetworkFrame.Of(work.Inputs);
        var task = await _inputs.ReadAsync(work.Inputs, frame, settings.Threads, cancellation);
        if (task.Faults.Count > 0)
            throw new ProcessFailedException("invalid-input", task.Faults[0].Told);
        work.Progress.Report(new StepProgress(new("Tính vùng phủ", "Computing coverage"), 0.1));
        var coverage = await Task.Run(() => NetworkPlan.Compute(task.Landscape!, frame, task.Sites, task.Settings, settings.Threads, cancellation).Coverage, cancellation); // without faults there is a landscape
        work.Progress.Report(new StepProgress(new("Đếm dân số, ghi lưới", "Counting people, writing grids"), 0.8));
        var options = new GeoTiffOptions { Threads = settings.Threads, Cancellation = cancellation };
        return new ProcessResult(
            OutputContent.Json("summary", NetworkAnswer.Summary(task, coverage)),
            await OutputContent.FeaturesAsync("uncovered", NetworkAnswer.Uncovered(task, coverage, settings.Threads, cancellation), cancellation),
            OutputContent.Grid("signal", coverage.SignalDbm, options),
            OutputContent.Grid("sinr", coverage.SinrDb, options),
            OutputContent.Grid("rate", coverage.DownlinkMegabits, options),
            OutputContent.Grid("standard", coverage.StandardProbability, options),
            OutputContent.Grid("server", coverage.BestServer, options),
            OutputContent.Grid("class", coverage.Classes, options),
            OutputContent.Grid("reason", coverage.Reasons, options),
            OutputContent.Grid("validity", coverage.Validity, options));
    }
}
