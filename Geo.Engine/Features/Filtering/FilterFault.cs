using Geo.Engine.Filters;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Features.Filtering;

/// <summary>What can be wrong with a filter for its layer, in words.</summary>
internal static class FilterFault
{
    /// <summary>A name that the layer does not have.</summary>
    public static FilterException UnknownName(PropertyReference property, LayerDefinition layer)
    {
        var known = string.Join(", ", FilterName.AllOf(layer));
        return new(property.Place,
            $"Lớp '{layer.Id}' không có thuộc tính '{Shorten(property.Name)}'; các tên dùng được: {known}.",
            $"Layer '{layer.Id}' has no property '{Shorten(property.Name)}'; the names there are: {known}.");
    }

    /// <summary>An operation that is neither an operator nor a function.</summary>
    public static FilterException UnknownFunction(Operation operation)
    {
        var known = string.Join(", ", FilterFunctions.All.Select(f => f.Signature));
        return new(operation.Place,
            $"Không có hàm hay toán tử '{Shorten(operation.Operator)}'; các hàm dùng được: casei(text), accenti(text), {known}.",
            $"There is no function or operator '{Shorten(operation.Operator)}'; the functions there are: casei(text), accenti(text), {known}.");
    }

    /// <summary>A wrong number of arguments.</summary>
    public static FilterException Count(Operation operation, string wantedVietnamese, string wantedEnglish) => new(operation.Place,
        $"'{operation.Operator}' cần {wantedVietnamese}; gặp {operation.Arguments.Count}.",
        $"'{operation.Operator}' takes {wantedEnglish}; found {operation.Arguments.Count}.");

    /// <summary>A part of another type than its place wants.</summary>
    public static FilterException Type(FilterExpression part, BilingualText wanted, FilterType found) => new(part.Place,
        $"Gặp {FilterTypeNames.Of(found).Vi}{Shown(part)}; ở đây phải là {wanted.Vi}.",
        $"Found {FilterTypeNames.Of(found).En}{Shown(part)}; here must stand {wanted.En}.");

    /// <summary>A relation of periods that got a moment.</summary>
    public static FilterException NoPeriod(FilterExpression part, string relation) => new(part.Place,
        $"'{relation}' chỉ so sánh hai khoảng thời gian INTERVAL(bắt đầu, kết thúc); với một thời điểm hãy dùng t_after, t_before, t_disjoint, t_equals hoặc t_intersects.",
        $"'{relation}' compares two periods INTERVAL(start, end) only; for a moment use t_after, t_before, t_disjoint, t_equals or t_intersects.");

    /// <summary>A period that ends before it starts.</summary>
    public static FilterException ReversedPeriod(FilterExpression part) => new(part.Place,
        "Khoảng thời gian kết thúc trước khi bắt đầu.", "The period ends before it starts.");

    /// <summary>A box of another number of values than four or six.</summary>
    public static FilterException BoxCount(BoxLiteral box) => new(box.Place,
        $"BBOX cần 4 hoặc 6 số; gặp {box.Values.Count}.", $"A BBOX has 4 or 6 numbers; found {box.Values.Count}.");

    /// <summary>A box whose lower corner lies above its upper one.</summary>
    public static FilterException BoxUpsideDown(BoxLiteral box) => new(box.Place,
        "Góc dưới của BBOX nằm trên góc trên.", "The lower corner of the BBOX lies above its upper corner.");

    /// <summary>A box in metres whose left corner lies right of its right one.</summary>
    public static FilterException BoxInsideOut(BoxLiteral box, CoordinateSystem system) => new(box.Place,
        $"Cạnh trái của BBOX nằm bên phải cạnh phải; chỉ hệ tọa độ theo độ mới vượt được kinh tuyến 180, {system.Code} thì không.",
        $"The left side of the BBOX lies right of its right side; only systems in degrees cross the antimeridian, {system.Code} does not.");

    /// <summary>A position outside the world of its system.</summary>
    public static FilterException Position(FilterPlace place, double first, double second, CoordinateSystem system)
    {
        var (vietnamese, english) = (system.IsGeographic, system.AxisOrder) switch
        {
            (true, AxisOrder.EastNorth) => ("kinh độ -180..180 rồi vĩ độ -90..90", "longitude -180 to 180, then latitude -90 to 90"),
            (true, _) => ("vĩ độ -90..90 rồi kinh độ -180..180", "latitude -90 to 90, then longitude -180 to 180"),
            _ => ("mét, hướng đông rồi hướng bắc, trong phạm vi của phép chiếu", "metres east, then metres north, where the projection is defined"),
        };
        return new(place,
            FormattableString.Invariant($"Tọa độ ({first}, {second}) nằm ngoài hệ {system.Code}: cần {vietnamese}."),
            FormattableString.Invariant($"The position ({first}, {second}) lies outside {system.Code}, which takes {english}."));
    }

    private static string Shorten(string text) => FilterFaults.Shorten(text);

    private static string Shown(FilterExpression part) => part switch
    {
        PropertyReference property => $" '{Shorten(property.Name)}'",
        Literal { Value: string text } => $" '{Shorten(text)}'",
        _ => "",
    };
}
