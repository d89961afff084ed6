using Geo.Engine.Yaml;

namespace Geo.Engine.Radio.Spectrum;

/// <summary>Reads the sections of <c>spectrum.yaml</c>. A licence must lie in each of its bands, a carrier in a licence of its operator.</summary>
internal static class SpectrumReader
{
    private const double MostMegahertz = 7_125;

    private static readonly Dictionary<string, bool> Duplex = new() { ["TDD"] = true, ["FDD"] = false };

    /// <summary>All sections; what is wrong stands among the problems of the document.</summary>
    public static SpectrumTable Read(YamlMapping root)
    {
        List<Band> bands = [.. Items(root, "bands").Select(Band).OfType<Band>()];
        var operators = root.Required("operators")?.Mapping()?.Entries().ToDictionary(e => e.Key, e => e.Value.Text() ?? "", StringComparer.Ordinal) ?? [];
        List<Licence> licences = [.. Items(root, "licences").Select(v => Licence(v, bands, operators.Keys)).OfType<Licence>()];
        List<Carrier> carriers = [.. Items(root, "carriers").Select(v => Carrier(v, bands, licences)).OfType<Carrier>()];
        foreach (var twice in carriers.GroupBy(c => c.Id).Where(g => g.Count() > 1))
            root.Fault(new($"sóng mang '{twice.Key}' xuất hiện {twice.Count()} lần", $"the carrier '{twice.Key}' stands {twice.Count()} times"));
        return new SpectrumTable(bands, operators, licences, carriers);
    }

    private static IReadOnlyList<YamlValue> Items(YamlMapping root, string key) => root.Required(key)?.List() ?? [];

    private static Band? Band(YamlValue value)
    {
        if (value.Mapping() is not { } mapping)
            return null;
        var id = mapping.Required("id")?.Text();
        var range = Range(mapping.Required("downlink_mhz"));
        var duplex = mapping.Required("duplex")?.OneOf(Duplex);
        mapping.Required("source")?.Text();
        mapping.Finish();
        return id is null || range is null || duplex is null ? null : new Band(id, range.Value.Low, range.Value.High, duplex.Value);
    }

    private static Licence? Licence(YamlValue value, List<Band> bands, IEnumerable<string> operators)
    {
        if (value.Mapping() is not { } mapping)
            return null;
        var block = mapping.Required("block")?.Text();
        var holder = mapping.Optional("operator");
        var names = mapping.Required("bands");
        var used = names?.List()?.Select(b => b.Text()).OfType<string>().ToList() ?? [];
        var range = Range(mapping.Required("downlink_mhz"));
        var (date, source) = (mapping.Required("date")?.Text(), mapping.Required("source")?.Text());
        mapping.Finish();
        if (holder?.Text() is { } name && !operators.Contains(name))
            holder.Fault(new($"'{name}' không có trong operators", $"'{name}' is not among operators"));
        foreach (var band in used)
            if (range is { } r && bands.Find(b => b.Id == band) is not { } known)
                names!.Fault(new($"băng '{band}' không có trong bands", $"the band '{band}' is not among bands")); // it has items
            else if (range is { } inside && bands.First(b => b.Id == band) is { } around && (inside.Low < around.LowMegahertz || inside.High > around.HighMegahertz))
                names!.Fault(new( // it has items
                    $"{inside.Low}-{inside.High} MHz nằm ngoài {band} ({around.LowMegahertz}-{around.HighMegahertz} MHz)",
                    $"{inside.Low}-{inside.High} MHz lies outside {band} ({around.LowMegahertz}-{around.HighMegahertz} MHz)"));
        return block is null || range is null || date is null || source is null
            ? null
            : new Licence(block, holder?.Text(), used, range.Value.Low, range.Value.High, date, source);
    }

    private static Carrier? Carrier(YamlValue value, List<Band> bands, List<Licence> licences)
    {
        if (value.Mapping() is not { } mapping)
            return null;
        var (id, band, holder) = (mapping.Required("id")?.Text(), mapping.Required("band")?.Text(), mapping.Required("operator")?.Text());
        var range = Range(mapping.Required("downlink_mhz"));
        var spacing = mapping.Required("spacing_khz")?.Whole(15, 30);
        var share = mapping.Required("downlink_share")?.Number(0.01, 1);
        var layers = mapping.Required("layers")?.Number(1, 8);
        mapping.Required("source")?.Text();
        mapping.Finish();
        if (id is null || band is null || holder is null || range is not { } edges || spacing is null || share is null || layers is null)
            return null;
        var width = (int)Math.Round(edges.High - edges.Low);
        if (TransmissionBandwidth.ResourceBlocks(spacing.Value, width) is not { } blocks)
        {
            value.Fault(new($"không có sóng mang {width} MHz với {spacing} kHz", $"there is no carrier of {width} MHz at {spacing} kHz"));
            return null;
        }
        if (bands.TrueForAll(b => b.Id != band) || !licences.Exists(l => l.Operator == holder && l.Bands.Contains(band) && l.LowMegahertz <= edges.Low && edges.High <= l.HighMegahertz))
            value.Fault(new(
                $"'{holder}' không có giấy phép cho {edges.Low}-{edges.High} MHz ở {band}", $"'{holder}' has no licence for {edges.Low}-{edges.High} MHz in {band}"));
        return new Carrier
        {
            Id = id,
            Operator = holder,
            Band = band,
            CentreMegahertz = (edges.Low + edges.High) / 2,
            BandwidthMegahertz = width,
            SpacingKilohertz = spacing.Value,
            ResourceBlocks = blocks,
            DownlinkShare = share.Value,
            Layers = layers.Value,
        };
    }

    private static (double Low, double High)? Range(YamlValue? value)
    {
        var ends = value?.List()?.Select(v => v.Number(1, MostMegahertz)).OfType<double>().ToList();
        if (ends is [var low, var high] && low < high)
            return (low, high);
        value?.Fault(new("cần hai số MHz tăng dần: [thấp, cao]", "two rising numbers of MHz are needed: [low, high]"));
        return null;
    }
}
