using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Sensitivity;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads <c>uncertainty:</c>.</summary>
internal static class UncertaintySection
{
    private const int MostDraws = 1_000_000;
    private const int MostSamples = 65_536;
    private const int UsualBestDraws = 256;

    private static readonly string[] Spreads = ["ignorance", "dirichlet", "interval"];

    private static readonly Dictionary<string, bool> Samplers = new() { ["sobol"] = true, ["random"] = false };

    private static readonly Dictionary<string, SuitabilityClass> Classes =
        new() { ["S1"] = SuitabilityClass.S1, ["S2"] = SuitabilityClass.S2, ["S3"] = SuitabilityClass.S3 };

    /// <summary>The settings; null when there are none, or none that are right.</summary>
    /// <param name="section">The section.</param>
    /// <param name="themes">The themes that were read.</param>
    public static UncertaintySettings? Read(YamlValue? section, IReadOnlyList<Theme> themes)
    {
        if (section?.Mapping() is not { } mapping)
            return null;
        var settings = new UncertaintySettings(
            mapping.Required("pass")?.OneOf(Classes) ?? SuitabilityClass.S2,
            Spread(mapping.Optional("weights")),
            mapping.Optional("n")?.Whole(2, MostDraws) ?? 4096,
            mapping.Optional("sampler")?.OneOf(Samplers) ?? true,
            (ulong)(mapping.Optional("seed")?.Whole(0) ?? 0),
            mapping.Optional("step")?.Number(0.001, 1) ?? 0.25,
            mapping.Optional("layer_n")?.Whole(0, MostSamples) ?? 256,
            mapping.Optional("index_n")?.Whole(0, MostSamples) ?? 0)
        {
            BestDraws = mapping.Optional("best_n")?.Whole(0, MostSamples) ?? (mapping.Optional("best_share") is null ? 0 : UsualBestDraws),
            BestShare = mapping.Optional("best_share")?.Number(0.0001, 1) ?? 0.1,
            JointDraws = mapping.Optional("joint_n")?.Whole(0, MostSamples) ?? 0,
        };
        mapping.Finish();
        if (settings.JointDraws > 0 && themes.Count > 0 && themes.All(t => t.Criteria.All(c => c.ErrorDeviation is null)))
            mapping.Fault(new("joint_n rút cả sai số của lớp, nhưng không tiêu chí nào nói sai số của nó", "joint_n draws errors of layers too, but no criterion says how wrong it may be"), new("ghi error_sd: cho tiêu chí", "write error_sd: for a criterion"));
        Dimensions(mapping, settings, themes.Count == 0 ? 0 : themes.Max(t => t.Criteria.Count));
        return settings;
    }

    private static void Dimensions(YamlMapping mapping, UncertaintySettings settings, int criteria)
    {
        if (settings.IsEven && criteria > SobolPoints.MostDimensions)
            mapping.Fault(new($"điểm Sobol cho tối đa {SobolPoints.MostDimensions} tiêu chí; ở đây có {criteria}", $"Sobol points serve at most {SobolPoints.MostDimensions} criteria; here are {criteria}"), new("dùng sampler: random", "use sampler: random"));
        if (settings.IndexSamples > 0 && 2 * criteria > SobolPoints.MostDimensions)
            mapping.Fault(new($"chỉ số Sobol cho tối đa {SobolPoints.MostDimensions / 2} tiêu chí; ở đây có {criteria}", $"Sobol indices serve at most {SobolPoints.MostDimensions / 2} criteria; here are {criteria}"), new("bỏ index_n", "leave index_n out"));
    }

    private static WeightSpread Spread(YamlValue? value)
    {
        if (value?.Mapping() is not { } mapping)
            return new WeightSpread.Ignorance();
        var method = mapping.Required("method");
        var name = method?.Text();
        WeightSpread spread = name switch
        {
            "dirichlet" => new WeightSpread.Dirichlet(mapping.Required("concentration")?.Number(0.01, 1e6) ?? 1),
            "interval" => new WeightSpread.Interval(mapping.Required("share")?.Number(0.001, 1) ?? 1),
            _ => new WeightSpread.Ignorance(),
        };
        if (name is null || Spreads.Contains(name))
            mapping.Finish();
        else
            method!.Fault(new($"'{name}' không phải là cách rút trọng số; được phép: {string.Join(", ", Spreads)}", $"'{name}' is not a way to draw weights; allowed: {string.Join(", ", Spreads)}"), Spelling.Hint(name, Spreads)); // it has text
        return spread;
    }
}
