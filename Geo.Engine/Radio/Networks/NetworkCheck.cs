using System.Globalization;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Propagation;
using Geo.Engine.Radio.Terrain;

namespace Geo.Engine.Radio.Networks;

/// <summary>What makes sites, settings and landscape unusable together, said before anything is computed.</summary>
public static class NetworkCheck
{
    /// <summary>Most cells of a radial: a radius is refused that has more.</summary>
    public const int MostSteps = 4_000;

    private const double TwiceMetres = 1;

    /// <summary>One sentence for each fault: whose, what was received, what is allowed.</summary>
    public static IReadOnlyList<BilingualText> Problems(IReadOnlyList<NetworkSite> sites, NetworkSettings settings, Landscape landscape)
    {
        var problems = new List<BilingualText>();
        AddSettings(problems, settings, landscape.Frame);
        foreach (var site in sites)
        {
            AddSite(problems, site);
            AddPlace(problems, site, landscape);
        }

        AddTwice(problems, sites);
        return problems;
    }

    private static void AddSettings(List<BilingualText> problems, NetworkSettings settings, GridFrame frame)
    {
        Require(problems, new("ngưỡng", "threshold"), settings.ThresholdDbm, -160, 0, " dBm");
        Require(problems, new("chiều cao máy thu", "receiver height"), settings.ReceiverHeightMetres, 1, 30, " m");
        Require(problems, new("bán kính", "radius"), settings.RadiusMetres, 250, Math.Min(100_000, MostSteps * frame.CellSizeMetres), " m");
        Require(problems, new("suy hao thêm", "extra loss"), settings.ExtraLossDb, -30, 100, " dB");
        Require(problems, new("độ lệch của suy hao thêm", "deviation of the extra loss"), settings.ExtraDeviationDb, 0, 30, " dB");
        Require(problems, new("hệ số tạp âm", "noise figure"), settings.NoiseFigureDb, 0, 20, " dB");
        Require(problems, new("gradient khúc xạ", "refractivity gradient"), settings.RefractivityGradient, 0, 150, " N/km");
        Require(problems, new("khúc xạ mực biển", "sea-level refractivity"), settings.SeaLevelRefractivity, 250, 450, " N");
        Require(problems, new("vĩ độ", "latitude"), settings.LatitudeDegrees, -90, 90, "°");
        Require(problems, new("tốc độ chuẩn", "rate of the standard"), settings.Standard.DownlinkMegabits, 0.001, 10_000, " Mbit/s");
        Require(problems, new("tỷ lệ của chuẩn", "share of the standard"), settings.Standard.Share, 0.5, 0.999, "");
    }

    private static void AddSite(List<BilingualText> problems, NetworkSite site)
    {
        Require(problems, new($"trạm {site.Id}: chiều cao", $"site {site.Id}: height"), site.HeightMetres, 1, 3_000, " m");
        if (site.Sectors.Count == 0)
            problems.Add(new($"trạm {site.Id} không có ăng-ten nào", $"site {site.Id} has no sector"));
        foreach (var sector in site.Sectors)
        {
            Require(problems, new($"trạm {site.Id}, {sector.Id}: tần số", $"site {site.Id}, {sector.Id}: frequency"), sector.Carrier.CentreMegahertz, 30, 6_000, " MHz");
            Require(problems, new($"trạm {site.Id}, {sector.Id}: EIRP trên mỗi phần tử tài nguyên", $"site {site.Id}, {sector.Id}: EIRP per resource element"), sector.EirpDbm, -50, 80, " dBm");
            Require(problems, new($"trạm {site.Id}, {sector.Id}: tải", $"site {site.Id}, {sector.Id}: load"), sector.Load, 0, 1, "");
            Require(problems, new($"trạm {site.Id}, {sector.Id}: hướng", $"site {site.Id}, {sector.Id}: bearing"), sector.Antenna.BearingDegrees, -360, 360, "°");
            Require(problems, new($"trạm {site.Id}, {sector.Id}: góc cúi", $"site {site.Id}, {sector.Id}: tilt"), sector.Antenna.MechanicalTiltDegrees, -90, 90, "°");
        }
    }

    private static void AddPlace(List<BilingualText> problems, NetworkSite site, Landscape landscape)
    {
        if (landscape.Frame.CellAt(site.X, site.Y) is null)
        {
            problems.Add(Text($"trạm {site.Id} ở {site.X}, {site.Y}: ngoài địa hình", $"site {site.Id} is at {site.X}, {site.Y}: outside the terrain"));
            return;
        }

        var (ground, _, zone) = landscape.At(site.X, site.Y);
        if (zone == PathZone.Sea)
            problems.Add(new($"trạm {site.Id} nằm trên biển", $"site {site.Id} is at sea"));
        else if (float.IsNaN(ground))
            problems.Add(new($"trạm {site.Id}: không biết độ cao mặt đất tại chân trạm", $"site {site.Id}: the ground at its foot is unknown"));
    }

    private static void AddTwice(List<BilingualText> problems, IReadOnlyList<NetworkSite> sites)
    {
        var antennas = sites.SelectMany(site => site.Sectors.Select(sector =>
            (Place: (Math.Round(site.X / TwiceMetres), Math.Round(site.Y / TwiceMetres), site.HeightMetres, sector.Carrier.Id, sector.Antenna.BearingDegrees), Name: $"{site.Id}, {sector.Id}")));
        foreach (var twice in antennas.GroupBy(a => a.Place).Where(g => g.Count() > 1))
        {
            var names = string.Join("; ", twice.Select(a => a.Name));
            problems.Add(new($"cùng chỗ, cùng sóng mang, cùng hướng: {names}", $"the same place, carrier and bearing: {names}"));
        }
    }

    private static void Require(List<BilingualText> problems, BilingualText what, double value, double least, double most, string unit)
    {
        var isInside = value >= least && value <= most; // NaN is outside
        if (!isInside)
            problems.Add(Text($"{what.Vi} là {value}{unit}; được phép từ {least} đến {most}{unit}", $"{what.En} is {value}{unit}; allowed are {least} to {most}{unit}"));
    }

    private static BilingualText Text(FormattableString vi, FormattableString en) =>
        new(vi.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture));
}
