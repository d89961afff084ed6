using System.Text.Json.Nodes;
using Geo.Api.Processes;

namespace Geo.Api.Siting;

/// <summary>The inputs of <c>plan-sites</c>, as clients see them.</summary>
internal static class SitePlanInputs
{
    public const string Candidates = "candidates";
    public const string Standing = "standing";
    public const string Population = "population";
    public const string Districts = "districts";
    public const string Budget = "budget";
    public const string Years = "years";
    public const string Share = "share";
    public const string Floors = "floors";
    public const string Discount = "discount";
    public const string Threshold = "threshold";
    public const string Probability = "probability";
    public const string ReceiverHeight = "receiverHeight";
    public const string Reach = "reach";
    public const string Ratio = "ratio";
    public const string Load = "load";
    public const string Tilts = "tilts";
    public const string EquipmentCost = "equipmentCost";
    public const string Steps = "steps";
    public const string IsThorough = "thorough";
    public const string FirstYear = "firstYear";
    public const int MostYears = 25;

    /// <summary>All of them, in the order in which people are asked.</summary>
    public static IReadOnlyList<ProcessInput> All { get; } =
    [
        new(Candidates, new("Vị trí có thể xây", "Candidates"), new("Mã một lớp điểm, hoặc GeoJSON, với các cột site, height_m, frequency_mhz, eirp_re_dbm, cost (và tùy chọn band); p1812 cần band thay cho frequency_mhz, và đọc cả operator, antenna, bearing_deg, tilt_deg, electrical_tilt_deg, load. Các dòng cùng site là một vị trí, giá là tổng.", "Id of a collection of points, or GeoJSON, with columns site, height_m, frequency_mhz, eirp_re_dbm, cost (and band if known); p1812 needs band in the place of frequency_mhz, and reads operator, antenna, bearing_deg, tilt_deg, electrical_tilt_deg, load as well. Rows of one site are one site, which costs their sum."), FeatureInput.Kind),
        new ProcessInput(Standing, new("Trạm đang có", "Standing sites"), new("Như trên, không cần cost; không có thì tính từ đầu.", "The same without cost; without it the network begins from nothing."), FeatureInput.Kind).Optional(),
        .. GroundInputs.All,
        new ProcessInput(Population, new("Dân số", "Population"), new("Mã lưới số người mỗi ô.", "Id of a grid of persons in each cell."), new InputKind.Text(200)).Optional("population"),
        new ProcessInput(Districts, new("Đơn vị hành chính", "Administrative units"), new("Mã một lớp đa giác, hoặc GeoJSON, với các cột unit_code, name_vi; chỉ tính người trong đó.", "Id of a collection of polygons, or GeoJSON, with columns unit_code, name_vi; only people inside count."), FeatureInput.Kind).Optional("districts"),
        new ProcessInput(Budget, new("Ngân sách", "Budget"), new("Tổng chi phí nhiều nhất, cùng đơn vị với cost.", "Most that the new sites may cost together, in the unit of cost."), new InputKind.Number(0, 1e12)).Optional(),
        new ProcessInput(Years, new("Ngân sách từng năm", "Budget of each year"), new("Thay cho budget: tiền của từng năm, liên tiếp; tiền còn lại để dành cho năm sau.", "Instead of budget: money of each year in turn; what is left is kept for the next."), new InputKind.Listed(new InputKind.Number(0, 1e12), MostYears)).Optional(),
        new ProcessInput(FirstYear, new("Năm đầu", "First year"), new("Năm của ngân sách đầu tiên.", "The year of the first budget."), new InputKind.Number(2_000, 2_200) { IsWhole = true }).Optional(2026),
        new ProcessInput(Share, new("Tỷ lệ dân được phủ", "Share of people"), new("Ít nhất bao nhiêu phần dân số được phủ (vào cuối năm cuối).", "Least share of the people served (at the end of the last year)."), new InputKind.Number(0, 1)).Optional(),
        new ProcessInput(Floors, new("Mức sàn theo huyện", "Floors by district"), new("Đối tượng {unit_code: tỷ lệ}; \"*\" là mọi đơn vị khác.", "An object {unit_code: share}; \"*\" stands for all other units."), new InputKind.Document()).Optional(),
        new ProcessInput(Discount, new("Chiết khấu", "Discount"), new("Mỗi năm sau được tính ít hơn năm trước bấy nhiêu.", "By so much a year counts less than the one before."), new InputKind.Number(0, 0.5)).Optional(0.05),
        new ProcessInput(Threshold, new("Ngưỡng", "Threshold"), new("SS-RSRP thấp nhất được coi là có phủ.", "Least SS-RSRP that counts as covered."), new InputKind.Number(-160, 0) { Unit = "dBm" }).Optional(-105),
        new ProcessInput(Probability, new("Xác suất", "Probability"), new("Xác suất đạt ngưỡng mà một trạm phải có để phục vụ một ô: dự trữ cho che khuất.", "Probability of the threshold that a site needs to serve a cell: the margin against shadowing."), new InputKind.Number(0.5, 0.99)).Optional(0.9),
        new ProcessInput(ReceiverHeight, new("Độ cao máy thu", "Receiver height"), new("Trên mặt đất.", "Above ground."), new InputKind.Number(1, 10) { Unit = "m" }).Optional(1.5),
        new ProcessInput(Reach, new("Bán kính", "Reach"), new("Bán kính tính cho mỗi trạm: 15 km với p1812; 5 km với rma, ngoài đó mô hình không nói gì.", "Radius computed for each site: 15 km with p1812; 5 km with rma, beyond which that model says nothing."), new InputKind.Number(100, 50_000) { Unit = "m" }).Optional(),
        new ProcessInput(Ratio, new("Tỷ số tín hiệu trên nhiễu", "Signal ratio"), new("SINR thấp nhất khi tính lại với nhiễu giữa các trạm.", "Least SINR when the plan is judged again with interference."), new InputKind.Number(-20, 30) { Unit = "dB" }).Optional(-3),
        new ProcessInput(Load, new("Tải", "Load"), new("Phần tài nguyên mà các trạm khác dùng; với p1812, nơi cột load không nói gì.", "Share of their resources that the other sites use; with p1812 where their column load does not say."), new InputKind.Number(0, 1)).Optional(0.5),
        new ProcessInput(Tilts, new("Góc cúi thêm", "Further tilts"), new("Khi sửa phương án: các độ cúi cơ khí được thử thêm cho ăng-ten có hướng, độ, dương là cúi xuống; chỉ với p1812.", "For the repair: mechanical tilts tried beyond what antennas that look somewhere have, positive down; with p1812 only."), new InputKind.Listed(new InputKind.Number(-15, 15) { Unit = "deg" }, 8)).Optional(new JsonArray(-2, 2, 4)),
        new ProcessInput(EquipmentCost, new("Giá dùng chung trụ", "Cost of joining a mast"), new("Chi phí để một nhà mạng đặt thiết bị lên trụ của người khác; khi có, so sánh có và không dùng chung trụ để mỗi nhà mạng (cột operator của trạm đang có) đạt share.", "What an operator pays to join another's mast; with it, building with and without sharing is compared, each operator (column operator of the standing sites) to reach share."), new InputKind.Number(0, 1e9)).Optional(),
        new ProcessInput(Steps, new("Số bước của đường cong", "Steps of the curve"), new("Số điểm của đường chi phí - dân số; 0 là không tính.", "Points of the curve of cost and people; 0 leaves it out."), new InputKind.Number(0, 50) { IsWhole = true }).Optional(8),
        new ProcessInput(IsThorough, new("Tìm kỹ", "Thorough"), new("Tìm lâu hơn để khoảng cách đến cận nhỏ hơn.", "Searches longer, for a smaller gap to the bound."), new InputKind.Truth()).Optional(false),
    ];
}
