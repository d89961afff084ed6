using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Features.Filtering;

/// <summary>The functions that filters may call beside those of the standard, by name.</summary>
public static class FilterFunctions
{
    private static readonly FilterParameter Text = new("text", FilterType.Text);
    private static readonly FilterParameter Value = new("value", FilterType.Number);
    private static readonly FilterParameter Other = new("other", FilterType.Number);
    private static readonly FilterParameter Shape = new("geometry", FilterType.Geometry);

    /// <summary>All of them, in order of name.</summary>
    public static IReadOnlyList<FilterFunction> All { get; } =
    [
        new("abs", FilterType.Number, [Value], new("Giá trị tuyệt đối.", "The absolute value."), a => Absolute(a[0])),
        new("area_ha", FilterType.Number, [Shape],
            new("Diện tích trên mặt đất, héc-ta; 0 với điểm và đường.", "The area on the ground in hectares; 0 for points and lines."),
            a => FilterValue.Of(GroundArea.Hectares(a[0].Geometry!, CoordinateSystems.Crs84))), // bound arguments are of their type
        new("ceil", FilterType.Number, [Value], new("Làm tròn lên số nguyên.", "The least whole number not below the value."), a => Rounded(a[0], Math.Ceiling)),
        new("centroid", FilterType.Geometry, [Shape],
            new("Trọng tâm, tính trên kinh độ và vĩ độ.", "The centre of mass, taken over longitude and latitude."), a => Centroid(a[0].Geometry!)), // likewise
        new("floor", FilterType.Number, [Value], new("Làm tròn xuống số nguyên.", "The greatest whole number not above the value."), a => Rounded(a[0], Math.Floor)),
        new("length", FilterType.Number, [Text], new("Số ký tự của văn bản.", "The number of characters of a text."), a => FilterValue.Of((long)a[0].Text!.EnumerateRunes().Count())), // likewise
        new("length_m", FilterType.Number, [Shape],
            new("Chiều dài trên mặt đất, mét: của đường, hoặc chu vi của vùng; 0 với điểm.", "The length on the ground in metres: of lines, or around areas; 0 for points."),
            a => FilterValue.Of(GroundLength.Metres(a[0].Geometry!, CoordinateSystems.Crs84))), // likewise
        new("lower", FilterType.Text, [Text], new("Văn bản viết thường.", "The text in lower case."), a => FilterValue.Of(a[0].Text!.ToLowerInvariant())), // likewise
        new("max", FilterType.Number, [Value, Other], new("Số lớn nhất.", "The greatest of the numbers."), a => Extreme(a, 1)) { RepeatsLast = true },
        new("min", FilterType.Number, [Value, Other], new("Số nhỏ nhất.", "The least of the numbers."), a => Extreme(a, -1)) { RepeatsLast = true },
        new("round", FilterType.Number, [Value],
            new("Làm tròn đến số nguyên gần nhất; nửa thì làm tròn xa số 0.", "The nearest whole number; halves go away from zero."), a => Rounded(a[0], v => Math.Round(v, MidpointRounding.AwayFromZero))),
        new("upper", FilterType.Text, [Text], new("Văn bản viết hoa.", "The text in upper case."), a => FilterValue.Of(a[0].Text!.ToUpperInvariant())), // likewise
    ];

    private static readonly Dictionary<string, FilterFunction> ByName = All.ToDictionary(f => f.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>A function by its name in any case; null when there is none.</summary>
    public static FilterFunction? Find(string name) => ByName.GetValueOrDefault(name);

    private static FilterValue Absolute(in FilterValue value) =>
        value.IsInteger && value.Integer != long.MinValue ? FilterValue.Of(Math.Abs(value.Integer)) : FilterValue.Of(Math.Abs(value.Number));

    private static FilterValue Rounded(in FilterValue value, Func<double, double> rounding) => value.IsInteger ? value : FilterValue.Of(rounding(value.Number));

    private static FilterValue Extreme(ReadOnlySpan<FilterValue> values, int side)
    {
        var extreme = values[0];
        foreach (ref readonly var value in values[1..])
        {
            if (Math.Sign(FilterValue.Compare(value, extreme) ?? 0) == side)
                extreme = value;
        }
        return extreme;
    }

    private static FilterValue Centroid(Geometry geometry) => geometry.IsEmpty ? default : FilterValue.Of((Geometry)geometry.Centroid);
}
