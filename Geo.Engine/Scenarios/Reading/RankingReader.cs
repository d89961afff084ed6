using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads a theme's <c>ranking:</c>.</summary>
internal static class RankingReader
{
    private static readonly Dictionary<string, bool> Alternatives = new() { ["districts"] = false, ["zones"] = true };

    /// <summary>The settings; null when there are none.</summary>
    public static RankingSettings? Read(YamlValue? section)
    {
        if (section?.Mapping() is not { } mapping)
            return null;
        var of = mapping.Required("of");
        var asked = of?.List()?.Select(v => v.OneOf(Alternatives)).OfType<bool>().ToList() ?? [];
        if (of is { IsList: true } && asked.Count == 0)
            of.Fault(new("cần districts, zones hoặc cả hai", "districts, zones or both are needed"));
        var majority = mapping.Optional("majority")?.Number(0, 1) ?? 0.5;
        mapping.Finish();
        return new RankingSettings(asked.Contains(false), asked.Contains(true), majority);
    }
}
