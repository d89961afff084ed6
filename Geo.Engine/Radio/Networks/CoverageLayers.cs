using System.Globalization;
using Geo.Engine.Features;
using Geo.Engine.Grids;

namespace Geo.Engine.Radio.Networks;

/// <summary>A coverage as layers for maps: signal, ratio, best server, rate, class and reason, each with its legend in both languages.</summary>
/// <param name="coverage">The coverage.</param>
/// <param name="sectors">Name of each sector, in the order in which the coverage counts them.</param>
public sealed class CoverageLayers(NetworkCoverage coverage, IReadOnlyList<string> sectors)
{
    private const int MostServers = 254; // pictures have 255 colours

    // told apart by readers who do not see red and green, and from a neighbour by lightness
    private static readonly string[] ServerColours =
        ["#12616b", "#d8dc8b", "#5b4a8a", "#e0a458", "#3fa18f", "#c77b95", "#274c77", "#b8d8ba", "#7f5539", "#a9bcd0", "#84a59d", "#8d6a9f"];

    private static readonly string[] Ramp = ["#f7f4e3", "#d5e3b1", "#8fc89a", "#3fa18f", "#12616b", "#0a3d44"];

    /// <summary>The scenario and theme that the coverage is of, for its grids to say; null for none.</summary>
    public GridOrigin? Origin { get; init; }

    /// <summary>The layers as documents of a store: of each its GeoTIFF and its description.</summary>
    /// <param name="suffix">What follows the name of a layer and a hyphen in its id.</param>
    /// <param name="subject">What the layers are of, for people.</param>
    /// <param name="provenance">Origin and trust.</param>
    /// <param name="options">How GeoTIFF is written.</param>
    public IReadOnlyList<StoredDocument> Documents(string suffix, BilingualText subject, LayerProvenance provenance, GeoTiffOptions options)
    {
        GridLayer Layer(CoverageLayer layer, bool isCategorical, string? unit, IReadOnlyList<LegendEntry> legend) => new(
            $"{CoverageLayerName.Of(layer)}-{suffix}",
            new($"{CoverageLayerName.Title(layer).Vi}: {subject.Vi}", $"{CoverageLayerName.Title(layer).En}: {subject.En}"),
            CoverageLayerName.Description(layer),
            isCategorical,
            unit,
            provenance,
            legend) { Origin = Origin };
        return
        [
            .. Documents(Layer(CoverageLayer.Rsrp, false, "dBm", Steps(" dBm", -200, -115, -105, -95, -85, -75, 60)), coverage.SignalDbm, options),
            .. Documents(Layer(CoverageLayer.Sinr, false, "dB", Steps(" dB", -100, -5, 0, 5, 13, 20, 100)), coverage.SinrDb, options),
            .. Documents(Layer(CoverageLayer.Server, true, null, Servers()), coverage.BestServer, options with { Nodata = -1 }),
            .. Documents(Layer(CoverageLayer.Rate, false, "Mbit/s", Steps(" Mbit/s", 0, 1, 10, 30, 100, 300, 10_000)), coverage.DownlinkMegabits, options),
            .. Documents(Layer(CoverageLayer.Class, true, null, Classes()), coverage.Classes, options),
            .. Documents(Layer(CoverageLayer.Reason, true, null, Reasons()), coverage.Reasons, options),
        ];
    }

    private static IEnumerable<StoredDocument> Documents<T>(GridLayer layer, Grid<T> grid, GeoTiffOptions options)
        where T : unmanaged
    {
        using var stream = new MemoryStream();
        GeoTiffFile.Write(stream, grid, options);
        yield return new StoredDocument($"grids/{layer.Id}.tif", "image/tiff; application=geotiff", stream.ToArray());
        yield return new StoredDocument($"grids/{layer.Id}.json", "application/json", GridLayerJson.Write(layer));
    }

    // from each end to the next; the outermost are open for readers
    private static LegendEntry[] Steps(string unit, params double[] ends) => [.. Enumerable.Range(0, ends.Length - 1).Select(i =>
    {
        var (from, to) = (ends[i].ToString(CultureInfo.InvariantCulture), ends[i + 1].ToString(CultureInfo.InvariantCulture));
        BilingualText label = i == 0 ? new($"dưới {to}{unit}", $"below {to}{unit}") : i == ends.Length - 2 ? new($"từ {from}{unit}", $"{from}{unit} and more") : new($"{from} đến {to}{unit}", $"{from} to {to}{unit}");
        return new LegendEntry(ends[i], ends[i + 1], Ramp[i], label);
    })];

    private static LegendEntry[] Classes() =>
    [
        new(0, 0, "#b9b4ae", new("không có sóng 5G", "no 5G signal")),
        new(1, 1, "#8fc89a", new("có sóng 5G", "5G signal")),
        new(2, 2, "#12616b", new("5G đạt QCVN 126:2021", "5G to QCVN 126:2021")),
    ];

    private static LegendEntry[] Reasons()
    {
        string[] colours = ["#12616b", "#ffffff", "#d5e3b1", "#7f5539", "#3c9646", "#96beeb", "#274c77", "#e0a458", "#c77b95"];
        return [.. Enum.GetValues<ShortfallReason>().Select(r => new LegendEntry((int)r, (int)r, colours[(int)r], ShortfallRemedy.Name(r)))];
    }

    private LegendEntry[] Servers()
    {
        LegendEntry Entry(int server) => new(server, server, ServerColours[server % ServerColours.Length], new(sectors[server], sectors[server]));
        LegendEntry[] named = [.. Enumerable.Range(0, Math.Min(sectors.Count, MostServers)).Select(Entry)];
        return sectors.Count <= MostServers ? named : [.. named, new(MostServers, sectors.Count, "#808080", new("các ăng-ten khác", "other antennas"))];
    }
}
