namespace Geo.Engine.Radio.Combining;

/// <summary>
/// Which additions a model bears. A loss that a model holds already must not be counted again: clutter above all, which is in heights of a profile, in
/// corrections for terminals and towns, and in every formula that was measured in towns.
/// </summary>
/// <remarks>Source: scopes of ITU-R P.1812, P.2108 (annex 1, 1) and P.2109, of 3GPP TR 38.901, 7.4, and of the formulas named in each model.</remarks>
public static class CombinationTable
{
    private static readonly BilingualText NoProfile = new(
        "mô hình này không dùng mặt cắt địa hình nên không nhận độ cao vật cản",
        "the model looks at no profile, so it cannot take heights of clutter");

    private static readonly BilingualText BareGround = new(
        "mô hình này đo độ gồ ghề của mặt đất trần; độ cao vật cản sẽ bị hiểu là đồi núi",
        "the model measures the roughness of bare ground; heights of clutter would be taken for hills");

    private static readonly BilingualText HoldsClutter = new(
        "mô hình này đã bao gồm suy hao do nhà cửa và cây cối; cộng thêm là tính hai lần",
        "the model holds the loss of houses and trees already; more would count it twice");

    private static readonly BilingualText OpenWater = new(
        "mô hình này dành cho đường truyền trên mặt nước thoáng, hai đầu không có vật cản",
        "the model is for paths over open water, neither end among clutter");

    private static readonly BilingualText OwnSpread = new(
        "mô hình này có độ lệch riêng giữa các vị trí",
        "the model has a deviation between places of its own");

    private static readonly BilingualText NoSpread = new(
        "mô hình này cho một giá trị, không phải trung vị của các vị trí trong một ô",
        "the model gives one value, not the median of the places of a cell");

    private static readonly BilingualText ClutterTwice = new(
        "chỉ được chọn một cách tính vật cản: độ cao trong mặt cắt, hiệu chỉnh thiết bị đầu cuối hoặc hiệu chỉnh đô thị",
        "clutter may be reckoned in one way only: by heights in the profile, for a terminal, or for a town");

    private static readonly BilingualText EntryTwice = new(
        "chỉ được chọn một cách tính suy hao vào trong: tường, công trình hoặc ô tô",
        "the way indoors may be reckoned once only: by wall, by building or by car");

    /// <summary>Why an addition must not be made to a model, or null where it may.</summary>
    public static BilingualText? Refusal(PropagationModel model, LossAddition addition) => addition switch
    {
        LossAddition.ClutterHeights => RefusalOfHeights(model),
        LossAddition.TerminalClutter or LossAddition.TownClutter => RefusalOfClutter(model),
        LossAddition.LocationVariability => RefusalOfSpread(model),
        _ => null, // the way indoors begins at the outer wall, where all models end
    };

    /// <summary>Everything wrong with a set of additions to one model: each that the model refuses, and two that reckon the same.</summary>
    public static IReadOnlyList<BilingualText> Problems(PropagationModel model, IReadOnlyCollection<LossAddition> additions)
    {
        List<BilingualText> problems = [.. additions.Distinct().Select(addition => Refusal(model, addition)).OfType<BilingualText>().Distinct()];
        if (additions.Count(a => a is LossAddition.ClutterHeights or LossAddition.TerminalClutter or LossAddition.TownClutter) > 1)
            problems.Add(ClutterTwice);
        if (additions.Count(a => a is LossAddition.WallEntry or LossAddition.BuildingEntry or LossAddition.CarEntry) > 1)
            problems.Add(EntryTwice);
        return problems;
    }

    private static BilingualText? RefusalOfHeights(PropagationModel model) => model switch
    {
        PropagationModel.PointToArea => null,
        PropagationModel.LongleyRice => BareGround,
        PropagationModel.WaterPath => OpenWater,
        PropagationModel.FreeSpace or PropagationModel.PlaneEarth => NoProfile,
        _ => HoldsClutter,
    };

    private static BilingualText? RefusalOfClutter(PropagationModel model) => model switch
    {
        PropagationModel.PointToArea or PropagationModel.LongleyRice or PropagationModel.FreeSpace or PropagationModel.PlaneEarth => null,
        PropagationModel.WaterPath => OpenWater,
        _ => HoldsClutter,
    };

    private static BilingualText? RefusalOfSpread(PropagationModel model) => model switch
    {
        PropagationModel.PointToArea => null,
        PropagationModel.FreeSpace or PropagationModel.PlaneEarth or PropagationModel.WaterPath => NoSpread,
        _ => OwnSpread,
    };
}
