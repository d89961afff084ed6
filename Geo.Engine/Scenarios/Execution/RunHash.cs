using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Geo.Engine.Economy;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Scenarios.Publishing;
using NetTopologySuite.IO;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>
/// Hashes of results over canonical bytes: cells row-major in little-endian order, then of each zone or district its numbers and its
/// little-endian WKB. Neither the store nor a file format has a say in them.
/// </summary>
internal static class RunHash
{
    /// <summary>Hash of each output of a theme, by its name.</summary>
    public static IReadOnlyList<RunOutput> Outputs(ThemeResult theme) =>
    [
        new($"suitability-{theme.Theme.Id}", Hash(h => AppendCells(h, theme.Score))),
        new($"classes-{theme.Theme.Id}", Hash(h => AppendCells(h, theme.Classes))),
        new($"reasons-{theme.Theme.Id}", Hash(h => AppendCells(h, theme.Reasons))),
        new($"zones-{theme.Theme.Id}", Hash(h => AppendZones(h, theme.Zones))),
        new($"districts-{theme.Theme.Id}", Hash(h => AppendDistricts(h, theme.Districts))),
        .. Doubts(theme),
        .. theme.Networks.SelectMany((network, i) => Network(network, NetworkGrids.Suffix(theme, i))),
    ];

    private static RunOutput[] Network(ThemeNetwork network, string suffix)
    {
        var coverage = network.Coverage;
        RunOutput Layer<T>(CoverageLayer layer, Grid<T> grid)
            where T : unmanaged => new($"{CoverageLayerName.Of(layer)}-{suffix}", Hash(h => AppendCells(h, grid)));
        return
        [
            Layer(CoverageLayer.Rsrp, coverage.SignalDbm),
            Layer(CoverageLayer.Sinr, coverage.SinrDb),
            Layer(CoverageLayer.Server, coverage.BestServer),
            Layer(CoverageLayer.Rate, coverage.DownlinkMegabits),
            Layer(CoverageLayer.Class, coverage.Classes),
            Layer(CoverageLayer.Reason, coverage.Reasons),
            .. network.Uncovered is null ? [] : new[] { new RunOutput($"{NetworkGrids.Uncovered}{suffix}", Hash(h => AppendUncovered(h, network.Uncovered))) },
        ];
    }

    private static IEnumerable<RunOutput> Doubts(ThemeResult theme)
    {
        (string Name, Grid<float>? Shares)[] grids =
            [("confidence", theme.Uncertainty?.Confidence), ("probability", theme.Uncertainty?.Probability), ("under-errors", theme.Uncertainty?.UnderErrors), ("among-best", theme.Uncertainty?.AmongBest), ("joint", theme.Uncertainty?.Joint)];
        foreach (var (name, shares) in grids)
            if (shares is not null)
                yield return new RunOutput($"{name}-{theme.Theme.Id}", Hash(h => AppendCells(h, shares)));
    }

    /// <summary>The hash of a list of outputs.</summary>
    public static string Of(IEnumerable<RunOutput> outputs) => OfText(string.Concat(outputs.Select(o => $"{o.Name} {o.Sha256}\n")));

    /// <summary>SHA-256 of a text, hexadecimal.</summary>
    public static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Hash(Action<IncrementalHash> append)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        append(hash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AppendCells<T>(IncrementalHash hash, Grid<T> grid)
        where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("hashes are defined over little-endian cells");
        hash.AppendData(MemoryMarshal.AsBytes(grid.Cells));
    }

    private static void AppendZones(IncrementalHash hash, IReadOnlyList<ZoneResult> zones)
    {
        var writer = new WKBWriter(ByteOrder.LittleEndian);
        foreach (var zone in zones)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{(int)zone.Zone.Class} {zone.UnitCode}\n"));
            Append(hash, zone.Zone.ScoreMean, zone.Zone.AreaHectares, zone.Population ?? double.NaN);
            Append(hash, zone.Yield);
            hash.AppendData(writer.Write(zone.Outline));
        }
    }

    private static void AppendUncovered(IncrementalHash hash, IReadOnlyList<UncoveredZone> zones)
    {
        var writer = new WKBWriter(ByteOrder.LittleEndian);
        foreach (var zone in zones)
        {
            Append(hash, (int)zone.Reason, zone.People, zone.Hectares, zone.ShortfallDb);
            hash.AppendData(writer.Write(zone.Outline));
        }
    }

    private static void AppendDistricts(IncrementalHash hash, IReadOnlyList<DistrictStatistics> districts)
    {
        foreach (var district in districts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{district.UnitCode}\n"));
            Append(hash, [.. district.ClassHectares, district.ExcludedHectares, district.NoDataHectares, district.ScoreMean]);
            Append(hash, district.Population ?? double.NaN, district.PopulationCovered ?? double.NaN, district.PopulationExpected ?? double.NaN);
            Append(hash, district.Yield);
        }
    }

    private static void Append(IncrementalHash hash, ExpectedYield? yield)
    {
        if (yield is not { OutputBillionVnd: var output, Jobs: var jobs })
            return;
        Append(hash, output.Low, output.Expected, output.High, jobs.Low, jobs.Expected, jobs.High);
    }

    private static void Append(IncrementalHash hash, params ReadOnlySpan<double> numbers)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, double.IsNaN(number) ? double.NaN : number);
            hash.AppendData(bytes);
        }
    }
}
