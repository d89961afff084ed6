using Geo.Engine.Grids;
using Geo.Engine.Radio;

namespace Geo.Engine.Siting;

/// <summary>
/// What a network serves when its carriers disturb each other: a cell is served where, on some frequency, the strongest median signal reaches the threshold and its ratio
/// to noise and to all other signals of that frequency, by their load, is enough. Powers are added in milliwatts. Antennas are alike in all directions, so there
/// is one tilt only. Beyond the 5 km of the rural macro model no signal is claimed, and so no interference either.
/// </summary>
public sealed class NetworkSignals
{
    private readonly NetworkDemand _demand;
    private readonly InterferenceSettings _settings;
    private readonly (double Frequency, int[] Cells, double[] Milliwatts)[][] _signals;

    /// <summary>Computes the signal of every carrier of a problem in the cells of its demand.</summary>
    public NetworkSignals(NetworkDemand demand, NetworkProblem network, InterferenceSettings settings, int threads, CancellationToken cancellation)
    {
        (_demand, _settings) = (demand, settings);
        var centres = demand.Centres();
        _signals = new (double, int[], double[])[network.Carriers.Count][];
        void Strip(int from, int to)
        {
            for (var site = from; site < to; site++)
                _signals[site] = [.. network.Carriers[site].Select(c => Signal(c.Mast.AsTransmitter(), centres))];
        }
        GridRows.ForEachStrip(_signals.Length, threads, Strip, cancellation, stripRows: 1);
    }

    /// <summary>The weight served by sites together: a <see cref="SignalEvaluator"/>.</summary>
    public ServedWeight Evaluate(IReadOnlyList<TiltedSite> sites, CancellationToken cancellation)
    {
        var isServed = new bool[_demand.Cells.Count];
        foreach (var carriers in sites.SelectMany(s => _signals[s.Site]).GroupBy(c => c.Frequency))
        {
            cancellation.ThrowIfCancellationRequested();
            var (sum, best) = (new double[isServed.Length], new double[isServed.Length]);
            foreach (var (_, cells, milliwatts) in carriers)
            {
                for (var i = 0; i < cells.Length; i++)
                {
                    sum[cells[i]] += milliwatts[i];
                    best[cells[i]] = Math.Max(best[cells[i]], milliwatts[i]);
                }
            }
            for (var cell = 0; cell < isServed.Length; cell++)
                isServed[cell] |= best[cell] >= _settings.ThresholdMilliwatts && best[cell] >= _settings.LeastRatio * (_settings.NoiseMilliwatts + (_settings.Load * (sum[cell] - best[cell])));
        }
        return ServedWeight.Of(_demand.Cells, _demand.Districts.Count, cell => isServed[cell]);
    }

    private (double, int[], double[]) Signal(Transmitter transmitter, IReadOnlyList<(double X, double Y)> centres)
    {
        var table = RadialTable.Of(transmitter, _settings.Coverage);
        var (cells, milliwatts) = (new List<int>(), new List<double>());
        for (var cell = 0; cell < centres.Count; cell++)
        {
            var (east, north) = (centres[cell].X - transmitter.X, centres[cell].Y - transmitter.Y);
            var distance = Math.Sqrt((east * east) + (north * north));
            if (distance > table.RadiusMetres)
                continue;
            cells.Add(cell);
            milliwatts.Add(Math.Pow(10, table.At(distance).SignalDbm / 10));
        }
        return (transmitter.FrequencyMegahertz, [.. cells], [.. milliwatts]);
    }
}
