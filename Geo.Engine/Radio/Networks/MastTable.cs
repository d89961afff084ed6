using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Spectrum;

namespace Geo.Engine.Radio.Networks;

/// <summary>Turns a table of antennas into sites: rows at one place and height are one mast.</summary>
public static class MastTable
{
    private const double UsualLoad = 0.5;
    private static readonly ElementPanel Panel = new(8, 8, 0.7);

    /// <summary>The sites, in the order of their first rows; what cannot be understood is left out and named in <paramref name="problems"/>.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="spectrum">Bands and carriers.</param>
    /// <param name="antennas">Antenna files that rows may name.</param>
    /// <param name="problems">Where faults are gathered: a band or operator without carrier, an antenna nobody knows, without bearing, or tilted twice.</param>
    public static IReadOnlyList<NetworkSite> Sites(IReadOnlyList<MastRow> rows, SpectrumTable spectrum, IReadOnlyList<StoredAntenna> antennas, ICollection<BilingualText> problems)
    {
        var sectors = rows.Select(row => (Row: row, Sector: SectorOf(row, spectrum, antennas, problems))).Where(r => r.Sector is not null);
        return [.. sectors
            .GroupBy(r => (r.Row.X, r.Row.Y, r.Row.HeightMetres))
            .Select(g => new NetworkSite(g.First().Row.Id, g.Key.X, g.Key.Y, g.Key.HeightMetres, [.. g.Select(r => r.Sector!)]))]; // null was left out
    }

    private static Sector? SectorOf(MastRow row, SpectrumTable spectrum, IReadOnlyList<StoredAntenna> antennas, ICollection<BilingualText> problems)
    {
        var carrier = spectrum.Find(row.Band, row.Operator.Length == 0 ? null : row.Operator);
        if (carrier is null)
        {
            var known = string.Join(", ", spectrum.Carriers.Select(c => $"{c.Band} ({c.Operator})"));
            var asked = $"'{row.Band}'{(row.Operator.Length == 0 ? "" : $" ({row.Operator})")}";
            problems.Add(new($"trạm {row.Id}: băng tần {asked} không có sóng mang; được phép: {known}", $"mast {row.Id}: band {asked} has no carrier; allowed: {known}"));
        }

        var antenna = AntennaOf(row, antennas, problems);
        return carrier is null || antenna is null
            ? null
            : new Sector(row.Id, carrier, row.EirpDbm, antenna, double.IsNaN(row.Load) ? UsualLoad : row.Load);
    }

    private static MountedAntenna? AntennaOf(MastRow row, IReadOnlyList<StoredAntenna> antennas, ICollection<BilingualText> problems)
    {
        var tilt = double.IsNaN(row.ElectricalTiltDegrees) ? 0 : row.ElectricalTiltDegrees;
        AntennaPattern? pattern = row.Antenna switch
        {
            "" or "isotropic" => new AntennaPattern.Isotropic(0),
            "passive" => new AntennaPattern.Passive(new PassiveSector(), tilt),
            "panel" => new AntennaPattern.Beam(Panel, tilt, 0),
            _ => MeasuredPattern(row, tilt, antennas, problems),
        };
        if (pattern is null)
            return null;

        if (pattern is AntennaPattern.Isotropic)
            return new MountedAntenna(pattern);
        if (double.IsNaN(row.BearingDegrees))
        {
            problems.Add(new($"trạm {row.Id}: ăng-ten '{row.Antenna}' cần bearing_deg", $"mast {row.Id}: the antenna '{row.Antenna}' needs bearing_deg"));
            return null;
        }

        return new MountedAntenna(pattern, row.BearingDegrees, double.IsNaN(row.TiltDegrees) ? 0 : row.TiltDegrees);
    }

    private static AntennaPattern.Measured? MeasuredPattern(MastRow row, double tilt, IReadOnlyList<StoredAntenna> antennas, ICollection<BilingualText> problems)
    {
        var stored = antennas.FirstOrDefault(a => a.Name == row.Antenna);
        if (stored is null)
        {
            var known = string.Join(", ", StoredAntennas.Known);
            problems.Add(new(
                $"trạm {row.Id}: ăng-ten '{row.Antenna}' không được biết; được phép: {known}, hoặc tên một tệp MSI đã lưu", $"mast {row.Id}: the antenna '{row.Antenna}' is not known; allowed: {known}, or the name of an MSI file in the store"));
            return null;
        }

        foreach (var problem in stored.File.Problems)
            problems.Add(new($"trạm {row.Id}: ăng-ten '{row.Antenna}': {problem.Vi}", $"mast {row.Id}: the antenna '{row.Antenna}': {problem.En}"));
        if (tilt != 0)
            problems.Add(new(
                $"trạm {row.Id}: giản đồ đo của '{row.Antenna}' đã có góc cúi điện; bỏ electrical_tilt_deg, hoặc dùng tệp của góc đó",
                $"mast {row.Id}: the measured pattern '{row.Antenna}' holds its electrical tilt; leave electrical_tilt_deg out, or take the file of that tilt"));
        return stored.File.Cuts is { } cuts && tilt == 0 ? new AntennaPattern.Measured(cuts) : null;
    }
}
