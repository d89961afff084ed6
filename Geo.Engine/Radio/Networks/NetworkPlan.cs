using System.Collections.Concurrent;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Terrain;

namespace Geo.Engine.Radio.Networks;

/// <summary>
/// The coverage of all sites over a landscape, kept so that one site can be moved, raised or turned and only its surroundings be computed again. The same
/// bits come out on any number of threads, and of a change as of a computation from the beginning.
/// </summary>
public sealed class NetworkPlan
{
    private const int GatheredRows = 16; // the surroundings of one site are some hundred rows

    private readonly Landscape _landscape;
    private readonly LandUnder _receivers;
    private readonly GridFrame _frame;
    private readonly NetworkSite[] _sites;
    private readonly SiteFootprint[] _footprints;

    private NetworkPlan(Landscape landscape, GridFrame frame, IReadOnlyList<NetworkSite> sites, NetworkSettings settings)
    {
        (_landscape, _frame, Settings) = (landscape, frame, settings);
        _receivers = new(landscape, frame);
        _sites = [.. sites];
        _footprints = new SiteFootprint[_sites.Length];
        Coverage = new NetworkCoverage(frame);
    }

    /// <summary>The sites as they are now.</summary>
    public IReadOnlyList<NetworkSite> Sites => _sites;

    /// <summary>What was assumed.</summary>
    public NetworkSettings Settings { get; }

    /// <summary>The layers; <see cref="Replace"/> changes them in place.</summary>
    public NetworkCoverage Coverage { get; }

    /// <summary>Computes the coverage of sites in the cells of a frame.</summary>
    /// <param name="landscape">Ground and clutter around the frame; what lies beyond it is unknown. Its cells are the steps of profiles.</param>
    /// <param name="frame">The cells asked for, in the same coordinate system.</param>
    /// <param name="sites">The sites.</param>
    /// <param name="settings">Receivers, air and service.</param>
    /// <param name="threads">Most threads to use.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">Something is wrong with sites or settings (see <see cref="NetworkCheck"/>).</exception>
    public static NetworkPlan Compute(
        Landscape landscape, GridFrame frame, IReadOnlyList<NetworkSite> sites, NetworkSettings settings, int threads, CancellationToken cancellation)
    {
        Resampling.RequireOneSystem(landscape.Frame, frame);
        RequireSound(sites, settings, landscape);
        var plan = new NetworkPlan(landscape, frame, sites, settings);
        void Sweep(int from, int to)
        {
            for (var i = from; i < to; i++)
                plan._footprints[i] = new SiteSweep(landscape, plan._receivers, frame, settings, plan._sites[i]).Run(sites.Count < threads ? threads : 1, cancellation);
        }
        GridRows.ForEachStrip(plan._sites.Length, threads, Sweep, cancellation, stripRows: 1);
        plan.Gather(0, frame.Rows, 0, frame.Columns, threads, cancellation);
        return plan;
    }

    /// <summary>Puts another site in the place of one, with as many sectors, and computes what that changes.</summary>
    /// <param name="index">Which site.</param>
    /// <param name="site">What it becomes.</param>
    /// <param name="threads">Most threads to use.</param>
    /// <param name="cancellation">Stops the work; the plan must then not be used any more.</param>
    /// <exception cref="ArgumentException">Something is wrong with the site, or it has another number of sectors.</exception>
    public void Replace(int index, NetworkSite site, int threads, CancellationToken cancellation)
    {
        if (site.Sectors.Count != _sites[index].Sectors.Count)
            throw new ArgumentException($"site {site.Id} has {site.Sectors.Count} sectors in the place of {_sites[index].Sectors.Count}: their numbers would change", nameof(site));
        var before = _footprints[index];
        _sites[index] = site;
        RequireSound(_sites, Settings, _landscape);
        var after = _footprints[index] = new SiteSweep(_landscape, _receivers, _frame, Settings, site).Run(threads, cancellation);
        var (top, left) = (Math.Min(before.Top, after.Top), Math.Min(before.Left, after.Left));
        var (bottom, right) = (Math.Max(before.Top + before.Rows, after.Top + after.Rows), Math.Max(before.Left + before.Columns, after.Left + after.Columns));
        Gather(top, bottom, left, right, threads, cancellation);
    }

    /// <summary>Share of places that get signal from one site alone, 0 to 1, in every cell: which cells a candidate serves.</summary>
    public Grid<float> SignalProbabilityOf(int site)
    {
        var alone = new NetworkCoverage(_frame);
        var rows = new CoverageRows(alone, [_sites[site]], _receivers, Settings);
        for (var row = 0; row < _frame.Rows; row++)
            rows.Gather(row, 0, _frame.Columns, [_footprints[site]]);
        return alone.SignalProbability;
    }

    private static void RequireSound(IReadOnlyList<NetworkSite> sites, NetworkSettings settings, Landscape landscape)
    {
        if (NetworkCheck.Problems(sites, settings, landscape) is { Count: > 0 } problems)
            throw new ArgumentException(string.Join("; ", problems.Select(p => p.En)), nameof(sites));
    }

    private void Gather(int top, int bottom, int left, int right, int threads, CancellationToken cancellation)
    {
        // as many as threads need at once: what a strip leaves in them is forgotten before the next row
        ConcurrentBag<CoverageRows> idle = [];
        void Strip(int from, int to)
        {
            var rows = idle.TryTake(out var used) ? used : new CoverageRows(Coverage, _sites, _receivers, Settings);
            for (var row = from; row < to; row++)
                rows.Gather(top + row, left, right, _footprints);
            idle.Add(rows);
        }
        GridRows.ForEachStrip(bottom - top, threads, Strip, cancellation, GatheredRows);
    }
}
