using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Scenarios;

namespace Geo.Api.Processes;

/// <summary>What a set of 5G sites reaches: over known ground with people and reasons, or by distance alone.</summary>
internal sealed class CoverageProcess(IFeatureStore store, GridCatalog grids, RunSettings settings) : Process
{
    public const string Sites = "sites";
    public const string Area = "area";
    public const string Cell = "cell";
    public const string Threshold = "threshold";
    public const string ReceiverHeight = "receiverHeight";
    public const string Reach = "reach";
    public const string Population = "population";
    public const string Units = "units";
    public const string Publish = "publish";

    /// <summary>All inputs, in the order in which people are asked.</summary>
    public static IReadOnlyList<ProcessInput> Inputs { get; } =
    [
        new(Sites, new("Các trạm", "Sites"), new("Mã một lớp điểm, hoặc GeoJSON. p1812 cần height_m, band, eirp_re_dbm (và tùy chọn site, operator, antenna, bearing_deg, tilt_deg, electrical_tilt_deg, load); rma cần height_m, frequency_mhz, eirp_re_dbm.", "Id of a collection of points, or GeoJSON. p1812 needs height_m, band, eirp_re_dbm (and site, operator, antenna, bearing_deg, tilt_deg, electrical_tilt_deg, load if known); rma needs height_m, frequency_mhz, eirp_re_dbm."), FeatureInput.Kind),
        new(Area, new("Khu vực", "Area"), new("Khung của lưới.", "The box of the grid."), new InputKind.Box()),
        .. GroundInputs.All,
        new ProcessInput(Population, new("Dân số", "Population"), new("Mã lưới số người mỗi ô; chỉ với p1812.", "Id of a grid of persons in each cell; with p1812 only."), new InputKind.Text(200)).Optional(),
        new ProcessInput(Units, new("Đơn vị", "Units"), new("Lớp đơn vị hành chính, huyện cũ hoặc xã mới; chỉ với p1812.", "Administrative units, former districts or new communes; with p1812 only."), FeatureInput.Kind).Optional(),
        new ProcessInput(Cell, new("Cạnh ô", "Cell size"), new("Cạnh của ô lưới; từ 30 m với p1812.", "Side of a cell; 30 m and more with p1812."), new InputKind.Number(10, 2_000) { Unit = "m" }).Optional(100),
        new ProcessInput(Threshold, new("Ngưỡng", "Threshold"), new("SS-RSRP thấp nhất được coi là có phủ.", "Least SS-RSRP that counts as covered."), new InputKind.Number(-160, 0) { Unit = "dBm" }).Optional(-105),
        new ProcessInput(ReceiverHeight, new("Độ cao máy thu", "Receiver height"), new("Trên mặt đất.", "Above ground."), new InputKind.Number(1, 10) { Unit = "m" }).Optional(1.5),
        new ProcessInput(Reach, new("Bán kính", "Reach"), new("Bán kính tính cho mỗi trạm: 15 km với p1812; 5 km với rma, ngoài đó mô hình không nói gì.", "Radius computed for each site: 15 km with p1812; 5 km with rma, beyond which that model says nothing."), new InputKind.Number(100, 50_000) { Unit = "m" }).Optional(),
        new ProcessInput(Publish, new("Công bố", "Publish"), new("Tên: các lưới rsrp-…, sinr-…, server-…, rate-…, coverage-…, reason-… và lớp uncovered-… được công bố dưới tên đó (cần quyền quy hoạch); chỉ với p1812.", "A name: grids rsrp-…, sinr-…, server-…, rate-…, coverage-…, reason-… and the layer uncovered-… are published under it (needs the right to plan); with p1812 only."), new InputKind.Text(40)).Optional(),
    ];

    private readonly GroundCoverage _overGround = new(store, grids, settings);
    private readonly RuralMacroCoverage _byDistance = new(store, grids, settings);

    public override ProcessDescription Description { get; } = new()
    {
        Id = "coverage",
        FormerIds = ["radio-network"],
        Title = new("Vùng phủ 5G", "5G coverage"),
        Description = new(
            "Các trạm cho trước phủ đến đâu, trên lưới EPSG:9209. Với p1812: từng đường truyền theo ITU-R P.1812 trên địa hình, vật cản và mặt nước, với nhiễu, tốc độ, lớp theo QCVN 126:2021, dân số theo đơn vị và lý do của từng ô chưa đạt. Với rma: mô hình RMa của 3GPP TR 38.901, chỉ theo khoảng cách; chỉ có summary, signal, probability, server.",
            "What given sites reach, on a grid in EPSG:9209. With p1812: path by path by ITU-R P.1812 over terrain, clutter and water, with interference, rate, the class of QCVN 126:2021, people by unit, and the reason of every cell that is not covered. With rma: the RMa model of 3GPP TR 38.901, by distance alone; then there are summary, signal, probability and server only."),
        Keywords = ["5G", "radio", "P.1812"],
        Inputs = Inputs,
        Outputs =
        [
            ProcessOutput.Document("summary", new("Tóm tắt", "Summary"), new("Hecta và dân số của toàn khu vực và từng đơn vị, kỳ vọng và chắc chắn; bảng lý do. Với rma: hecta được phủ.", "Hectares and people of the whole and of each unit, expected and certain; the table of reasons. With rma: hectares served.")),
            ProcessOutput.Features("uncovered", new("Dân chưa được phủ", "People not covered"), new("Vùng có dân chưa đạt chuẩn, lý do và cách khắc phục.", "Zones with people not covered to standard, why, and what would help.")),
            ProcessOutput.Grid("signal", new("Mức tín hiệu", "Signal"), new("SS-RSRP trung vị của trạm mạnh nhất, dBm.", "Median SS-RSRP of the strongest server, dBm.")),
            ProcessOutput.Grid("probability", new("Xác suất phủ", "Probability"), new("Xác suất đạt ngưỡng, 0 đến 1.", "Probability that the threshold is reached, 0 to 1.")),
            ProcessOutput.Grid("server", new("Trạm phục vụ", "Best server"), new("Số thứ tự ăng-ten mạnh nhất; -1 là không có.", "Number of the strongest sector; -1 for none.")),
            ProcessOutput.Grid("sinr", new("SINR", "SINR"), new("Tỷ số tín hiệu trên nhiễu và tạp âm, dB.", "Ratio of signal to interference and noise, dB.")),
            ProcessOutput.Grid("rate", new("Tốc độ", "Rate"), new("Tốc độ của một người dùng, Mbit/s.", "Rate of a lone user, Mbit/s.")),
            ProcessOutput.Grid("standard", new("Xác suất đạt chuẩn", "Probability of the standard"), new("Tỷ lệ nơi đạt 30 Mbit/s, 0 đến 1.", "Share of places with 30 Mbit/s, 0 to 1.")),
            ProcessOutput.Grid("class", new("Lớp", "Class"), new("0 không, 1 có sóng 5G, 2 đạt QCVN.", "0 none, 1 5G signal, 2 5G to standard.")),
            ProcessOutput.Grid("reason", new("Lý do", "Reason"), new("Mã lý do, xem tóm tắt.", "Code of the reason, see the summary.")),
            ProcessOutput.Grid("validity", new("Độ tin cậy", "Validity"), new("Cờ: 1 mô hình gần, 2 có trạm bị bỏ qua, 4 không tính.", "Flags: 1 near model, 2 a site left out, 4 not computed.")),
        ],
    };

    public override string Action => "coverage.publish";

    public override bool Publishes(ProcessInputs inputs) => inputs.Find(Publish) is not null;

    public override Task<IReadOnlyList<ParameterFault>> JudgeAsync(ProcessInputs inputs, CancellationToken cancellation) => ModelOf(inputs).JudgeAsync(inputs, cancellation);

    public override Task<ProcessResult> RunAsync(ProcessWork work, CancellationToken cancellation) => ModelOf(work.Inputs).RunAsync(work, cancellation);

    private CoverageModel ModelOf(ProcessInputs inputs) => GroundInputs.IsOverGround(inputs) ? _overGround : _byDistance;
}
