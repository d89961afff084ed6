using Geo.Engine.Suitability;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads one of a theme's <c>criteria:</c>.</summary>
internal static class CriterionReader
{
    private static readonly Dictionary<string, MissingValue> MissingRules = new()
    {
        ["exclude"] = MissingValue.Exclude,
        ["worst"] = MissingValue.Worst,
        ["neutral"] = MissingValue.Neutral,
        ["renormalise"] = MissingValue.Renormalise,
    };

    /// <summary>The criterion, or null with the reasons among the problems.</summary>
    public static Criterion? Read(YamlValue value, ReadingContext context)
    {
        if (value.Mapping() is not { } mapping)
            return null;
        var id = ReadingContext.Identifier(mapping.Required("id"));
        var title = ReadingContext.Bilingual(mapping.Required("title"));
        var layer = mapping.Required("layer");
        var measure = context.Measure(layer);
        var membershipValue = mapping.Required("membership");
        var membership = MembershipReader.Read(membershipValue);
        var missing = mapping.Optional("nodata")?.OneOf(MissingRules) ?? MissingValue.Exclude;
        var error = Error(mapping.Optional("error_sd"), measure);
        var evidence = context.Evidence(mapping);
        mapping.Finish();
        if (measure is not null && membership is not null)
            CheckKind(measure, membership, membershipValue!); // membership was read from it
        return id is null || title is null || measure is null || membership is null
            ? null
            : new Criterion { Id = id, Title = title, Measure = measure, Membership = membership, Missing = missing, ErrorDeviation = error, Evidence = evidence };
    }

    private static double? Error(YamlValue? value, Measure? measure)
    {
        var deviation = value?.Number(double.Epsilon);
        if (deviation is not null && measure is Measure.GridValue { Source.IsCategorical: true })
            value!.Fault(new("mã phân loại không có sai số chuẩn", "codes of categories have no standard error")); // the number came from it
        return deviation;
    }

    private static void CheckKind(Measure measure, Membership membership, YamlValue place)
    {
        var isCodes = measure is Measure.GridValue { Source.IsCategorical: true };
        if (isCodes && membership is not Membership.Categories)
            place.Fault(new("lớp chứa mã phân loại, không phải lượng đo", "the layer holds codes of categories, which are not amounts"), new("dùng type: categories với table", "use type: categories with a table"));
        if (!isCodes && membership is Membership.Categories)
            place.Fault(new("lớp không phải là lưới phân loại; bảng mã không hợp", "the layer is not categorical; a table of codes does not fit it"));
    }
}
