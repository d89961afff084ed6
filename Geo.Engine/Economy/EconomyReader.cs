using Geo.Engine.Features;
using Geo.Engine.Yaml;

namespace Geo.Engine.Economy;

/// <summary>Reads the entries of <c>economy.yaml</c>.</summary>
internal static class EconomyReader
{
    private static readonly Dictionary<string, ActivityBasis> Bases =
        new() { ["hectare"] = ActivityBasis.Hectare, ["person"] = ActivityBasis.Person };

    /// <summary>One activity, or null with the reasons among the problems.</summary>
    public static Activity? Activity(YamlValue value)
    {
        if (value.Mapping() is not { } mapping)
            return null;
        var (id, name) = (mapping.Required("id")?.Text(), Bilingual(mapping.Required("name")));
        var basis = mapping.Required("basis")?.OneOf(Bases);
        mapping.Optional("theme")?.Text();
        mapping.Optional("grid")?.Text();
        var use = Number(mapping.Required("use_share"), 1);
        var yield = Number(mapping.Required("yield"));
        var price = Number(mapping.Required("price_mn_vnd"));
        var jobs = Number(mapping.Required("jobs"));
        mapping.Finish();
        if (id is null || name is null || basis is null || use is null || yield is null || price is null || jobs is null)
            return null;
        return new Activity { Id = id, Name = name, Basis = basis.Value, UseShare = use, Yield = yield, PriceMillionVnd = price, Jobs = jobs };
    }

    private static EconomyNumber? Number(YamlValue? value, double most = 1e12)
    {
        if (value?.Mapping() is not { } mapping)
            return null;
        var expected = mapping.Required("value")?.Number(0, most);
        var (low, high) = (mapping.Required("low")?.Number(0, most), mapping.Required("high")?.Number(0, most));
        var unit = mapping.Required("unit")?.Text();
        var (year, source) = (mapping.Optional("year")?.Whole(1900, 2200), mapping.Optional("source")?.Text());
        var starting = mapping.Optional("starting_value")?.Flag() ?? false;
        var bounds = mapping.Optional("bounds_starting_value")?.Flag() ?? starting;
        if (mapping.Optional("note") is { } note)
            Bilingual(note);
        mapping.Finish();
        if (low > expected || expected > high)
            mapping.Fault(new($"low {low}, value {expected}, high {high} không được giảm dần", $"low {low}, value {expected}, high {high} must not fall"));
        if (source is null && !starting)
            mapping.Fault(new("một con số không có nguồn gốc", "a number without origin"), new("ghi source: hoặc starting_value: true", "name a source: or write starting_value: true"));
        return expected is null || low is null || high is null || unit is null
            ? null
            : new EconomyNumber(new Ranged(low.Value, expected.Value, high.Value), unit, year, source, starting, bounds);
    }

    private static BilingualText? Bilingual(YamlValue? value)
    {
        if (value?.Mapping() is not { } mapping)
            return null;
        var (vi, en) = (mapping.Required("vi")?.Text(), mapping.Required("en")?.Text());
        mapping.Finish();
        return vi is null || en is null ? null : new BilingualText(vi, en);
    }
}
