using System.Diagnostics;
using System.Globalization;
using Geo.Engine.Radio.Networks;

namespace Geo.Benchmarks.Radio;

/// <summary>Our side of benchmarks/radio: whole coverages, timed without the making of the terrain, one line of numbers each.</summary>
internal static class RadioCommand
{
    private const int Repeats = 10;

    private const string Usage = """
        radio site RADIUS_KM            one site alone on one thread, no clutter: cells and processor seconds
        radio province SITES THREADS    all sites with clutter, then one of them moved: cells, seconds, milliseconds of the move
        """;

    /// <summary>Runs one verb; 0 when it is done, 2 when there is no such verb.</summary>
    public static int Run(string[] arguments)
    {
        switch (arguments)
        {
            case ["site", var radius]:
                Site(double.Parse(radius, CultureInfo.InvariantCulture));
                return 0;
            case ["province", var sites, var threads]:
                Province(int.Parse(sites, CultureInfo.InvariantCulture), int.Parse(threads, CultureInfo.InvariantCulture));
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static void Site(double kilometres)
    {
        var landscape = RadioProvince.Build(withClutter: false, 1);
        var settings = RadioProvince.Settings with { RadiusMetres = kilometres * 1_000 };
        var (x, y) = RadioProvince.Frame.Centre(400, 400);
        var side = (int)Math.Ceiling(kilometres * 20);
        var frame = RadioProvince.Frame with { Left = x - (side * 50), Top = y + (side * 50), Rows = side, Columns = side };
        NetworkPlan Once() => NetworkPlan.Compute(landscape, frame, [RadioProvince.Site(0, x, y)], settings, 1, CancellationToken.None);
        for (var warm = 0; warm < 5; warm++)
            Once();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var plan = Once();
        for (var again = 1; again < Repeats; again++)
            Once();
        process.Refresh();
        Write($"{Computed(plan)} {(process.TotalProcessorTime - before).TotalSeconds / Repeats}");
    }

    private static void Province(int count, int threads)
    {
        var landscape = RadioProvince.Build(withClutter: true, threads);
        var sites = RadioProvince.Sites(count);
        NetworkPlan.Compute(landscape, RadioProvince.Frame, sites[..2], RadioProvince.Settings, threads, CancellationToken.None);
        var watch = Stopwatch.StartNew();
        var plan = NetworkPlan.Compute(landscape, RadioProvince.Frame, sites, RadioProvince.Settings, threads, CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        Write($"{count * Math.PI * Square(RadioProvince.Settings.RadiusMetres / 100)} {seconds} {MedianMoveMilliseconds(plan, threads)}");
    }

    private static double MedianMoveMilliseconds(NetworkPlan plan, int threads)
    {
        const int Moves = 11;
        var times = new double[Moves];
        for (var i = 0; i < Moves; i++)
        {
            var (site, watch) = (plan.Sites[i], Stopwatch.StartNew());
            plan.Replace(i, site with { X = site.X + 200 }, threads, CancellationToken.None);
            times[i] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Moves / 2];
    }

    private static int Computed(NetworkPlan plan)
    {
        var count = 0;
        foreach (var level in plan.Coverage.SignalDbm.Cells)
            count += float.IsNaN(level) ? 0 : 1;
        return count;
    }

    private static double Square(double value) => value * value;

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
