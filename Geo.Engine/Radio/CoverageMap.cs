using Geo.Engine.Grids;

namespace Geo.Engine.Radio;

/// <summary>
/// What a set of transmitters reaches, cell by cell, by the rural macro model. The signal is the median over the places of a cell, with and without
/// line of sight together: half of them receive more. So it is at the threshold exactly where the probability is one half, it falls steadily with
/// distance, near a site it is the level with line of sight and far from it the level without. Beyond 5 km the model says nothing of paths
/// without line of sight, and nothing is claimed there.
/// </summary>
/// <remarks>Source: 3GPP TR 38.901, tables 7.4.1-1 and 7.4.2-1; see <see cref="RuralMacro"/> and <see cref="MixedPath"/>.</remarks>
public sealed class CoverageMap
{
    private CoverageMap(GridFrame frame)
    {
        SignalDbm = new Grid<float>(frame);
        BestServer = new Grid<int>(frame);
        Probability = new Grid<float>(frame);
    }

    /// <summary>SS-RSRP of the best server, dBm per resource element: the level that half of the places exceed. NaN where nothing is claimed.</summary>
    public Grid<float> SignalDbm { get; }

    /// <summary>Index in the list of transmitters of the one with the strongest signal (the lower one on a tie); -1 where nothing is claimed.</summary>
    public Grid<int> BestServer { get; }

    /// <summary>
    /// Probability, 0 to 1, that the threshold is reached from the likeliest server alone: a lower bound, since servers are not independent. 0 where
    /// nothing is claimed.
    /// </summary>
    public Grid<float> Probability { get; }

    /// <summary>Computes the map. Distances are in the plane of the frame; its scale is within 0.03 percent of the ground here.</summary>
    /// <exception cref="ArgumentException">A transmitter or setting lies outside the range of the model (see <see cref="Problems"/>).</exception>
    public static CoverageMap Compute(
        GridFrame frame, IReadOnlyList<Transmitter> transmitters, CoverageSettings settings, int threads, CancellationToken cancellation)
    {
        if (Problems(transmitters, settings) is { Count: > 0 } problems)
            throw new ArgumentException(string.Join("; ", problems.Select(p => p.En)), nameof(transmitters));
        var tables = TablesOf(transmitters, settings, threads, cancellation);
        var map = new CoverageMap(frame);
        GridRows.ForEachStrip(
            frame.Rows,
            threads,
            (from, to) =>
            {
                for (var row = from; row < to; row++)
                    map.FillRow(row, transmitters, tables);
            },
            cancellation);
        return map;
    }

    /// <summary>Everything about the input that the model does not allow: which transmitter or setting, the value received, what is allowed.</summary>
    public static IReadOnlyList<BilingualText> Problems(IReadOnlyList<Transmitter> transmitters, CoverageSettings settings) =>
        CoverageCheck.Problems(transmitters, settings);

    // Sites of one kind share a table; most networks have a handful of kinds.
    private static RadialTable[] TablesOf(
        IReadOnlyList<Transmitter> transmitters, CoverageSettings settings, int threads, CancellationToken cancellation)
    {
        var kinds = transmitters.Select(KindOf).Distinct().ToList();
        var tables = new RadialTable[kinds.Count];
        GridRows.ForEachStrip(
            kinds.Count, threads, (kind, _) => tables[kind] = RadialTable.Of(kinds[kind], settings), cancellation, stripRows: 1);
        var places = kinds.Select((kind, index) => (kind, index)).ToDictionary(k => k.kind, k => k.index);
        return [.. transmitters.Select(t => tables[places[KindOf(t)]])];
    }

    private static Transmitter KindOf(Transmitter transmitter) => transmitter with { Id = "", X = 0, Y = 0, Band = "" };

    private void FillRow(int row, IReadOnlyList<Transmitter> transmitters, RadialTable[] tables)
    {
        SignalDbm.Row(row).Fill(float.NaN);
        BestServer.Row(row).Fill(-1);
        for (var server = 0; server < tables.Length; server++)
            AddServer(row, server, transmitters[server], tables[server]);
    }

    private void AddServer(int row, int server, Transmitter transmitter, RadialTable table)
    {
        var frame = SignalDbm.Frame;
        var (firstX, y) = frame.Centre(row, 0);
        var across = y - transmitter.Y;
        var reach = Math.Sqrt((table.RadiusMetres * table.RadiusMetres) - (across * across));
        if (double.IsNaN(reach))
            return; // the row passes the site by
        var first = Math.Ceiling((transmitter.X - reach - firstX) / frame.CellSizeMetres);
        var last = Math.Floor((transmitter.X + reach - firstX) / frame.CellSizeMetres);
        var signals = SignalDbm.Row(row);
        var servers = BestServer.Row(row);
        var probabilities = Probability.Row(row);
        for (var column = (int)Math.Max(first, 0); column <= Math.Min(last, frame.Columns - 1); column++)
        {
            var along = firstX + (column * frame.CellSizeMetres) - transmitter.X;
            var (signal, probability) = table.At(Math.Min(Math.Sqrt((along * along) + (across * across)), table.RadiusMetres));
            probabilities[column] = Math.Max(probabilities[column], probability);
            if (signal <= signals[column])
                continue;
            signals[column] = signal; // also where there was NaN, which no comparison holds for
            servers[column] = server;
        }
    }
}
