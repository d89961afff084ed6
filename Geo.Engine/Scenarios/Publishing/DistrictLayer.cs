using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Scenarios.Publishing;

/// <summary>The layer <c>districts-{theme}</c>.</summary>
internal static class DistrictLayer
{
    /// <summary>The layer with one row for each district, ids 1..n in the order of the result.</summary>
    public static LayerContent Of(ThemeResult theme, RunManifest run, LayerProvenance provenance) => new(
        new LayerDefinition
        {
            Id = $"districts-{theme.Theme.Id}",
            Title = new($"Thống kê theo huyện: {theme.Theme.Title.Vi}", $"District statistics: {theme.Theme.Title.En}"),
            Description = new(
                $"Diện tích từng mức thích hợp, giá trị sản lượng và việc làm theo đơn vị hành chính. {run.Caution?.Vi}".TrimEnd(),
                $"Area of each class, output and jobs by administrative unit. {run.Caution?.En}".TrimEnd()),
            GeometryKind = GeometryKind.Geometry,
            System = CoordinateSystems.Crs84,
            Properties = Columns(theme.Theme),
            Provenance = provenance,
        },
        theme.Districts.Select((d, i) => new Feature(i + 1, d.Geometry, Values(d, theme.Theme, run))).ToAsyncEnumerable());

    private static IReadOnlyList<PropertyDefinition> Columns(Theme theme) =>
    [
        ResultColumns.Text("theme", "Chủ đề", "Theme"),
        ResultColumns.Text("district", "Đơn vị hành chính", "Administrative unit"),
        ResultColumns.Text("district_en", "Tên tiếng Anh", "English name"),
        ResultColumns.Text("unit_code", "Mã đơn vị hành chính", "Code of the administrative unit"),
        ResultColumns.Number("area_ha", "Diện tích trên mặt đất", "Area on the ground", "ha"),
        ResultColumns.Number("s1_ha", "Rất thích hợp (S1)", "Highly suitable (S1)", "ha"),
        ResultColumns.Number("s2_ha", "Thích hợp (S2)", "Moderately suitable (S2)", "ha"),
        ResultColumns.Number("s3_ha", "Ít thích hợp (S3)", "Marginally suitable (S3)", "ha"),
        ResultColumns.Number("n_ha", "Không thích hợp (N)", "Not suitable (N)", "ha"),
        ResultColumns.Number("excluded_ha", "Vùng loại trừ", "Excluded by constraints", "ha"),
        ResultColumns.Number("nodata_ha", "Không có dữ liệu", "Without data", "ha"),
        ResultColumns.Number("score_mean", "Điểm trung bình", "Mean score"),
        .. ResultColumns.Run,
        .. ResultColumns.Yield,
        .. theme.Population is null ? [] : PeopleColumns,
    ];

    private static PropertyDefinition[] PeopleColumns =>
    [
        ResultColumns.Number("population", "Dân số", "People"),
        ResultColumns.Number("population_covered", "Dân số trong vùng phủ", "People in covered classes"),
        ResultColumns.Number("population_expected", "Dân số được phủ kỳ vọng", "Expected people covered"),
    ];

    private static IReadOnlyList<object?> Values(DistrictStatistics district, Theme theme, RunManifest run) =>
    [
        theme.Id,
        district.Name,
        district.NameEnglish,
        district.UnitCode,
        ResultColumns.Area(district.AreaHectares),
        .. district.ClassHectares.Select(ResultColumns.Area),
        ResultColumns.Area(district.ExcludedHectares),
        ResultColumns.Area(district.NoDataHectares),
        ResultColumns.Score(district.ScoreMean),
        .. ResultColumns.Values(run),
        .. ResultColumns.Values(district.Yield),
        .. theme.Population is null
            ? []
            : new[] { ResultColumns.People(district.Population), ResultColumns.People(district.PopulationCovered), ResultColumns.People(district.PopulationExpected) },
    ];
}
