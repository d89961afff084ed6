namespace Geo.Engine.Features.Filtering;

/// <summary>Types for people.</summary>
internal static class FilterTypeNames
{
    /// <summary>One value that can be compared.</summary>
    public static BilingualText Comparable { get; } = new("văn bản, số, giá trị đúng/sai, ngày hoặc thời điểm", "text, a number, a truth value, a date or a timestamp");

    /// <summary>A day or a moment.</summary>
    public static BilingualText Instant { get; } = new("ngày hoặc thời điểm (2025-07-01, 2025-07-01T08:30:00Z)", "a date or timestamp (2025-07-01, 2025-07-01T08:30:00Z)");

    /// <summary>A day, a moment or a period.</summary>
    public static BilingualText Time { get; } = new("ngày, thời điểm hoặc INTERVAL(bắt đầu, kết thúc)", "a date, a timestamp or INTERVAL(start, end)");

    /// <summary>The name of a type.</summary>
    public static BilingualText Of(FilterType type) => type switch
    {
        FilterType.Boolean => new("giá trị đúng/sai", "a truth value"),
        FilterType.Text => new("văn bản", "text"),
        FilterType.Number => new("số", "a number"),
        FilterType.Date => new("ngày", "a date"),
        FilterType.DateTime => new("thời điểm", "a timestamp"),
        FilterType.Period => new("khoảng thời gian", "a period of time"),
        FilterType.Geometry => new("hình học", "a geometry"),
        _ => new("danh sách", "a list"),
    };
}
