using Geo.Engine.Grids;
using Geo.Engine.Radio;

namespace Geo.Engine.Siting;

/// <summary>Which cells a transmitter serves by itself under the rural macro model: those where the threshold is reached with a probability asked for.</summary>
public static class RuralMacroService
{
    /// <summary>The cells of each site, ascending: those that one of its carriers serves. Parameters and errors as of a list of transmitters.</summary>
    public static IReadOnlyList<int[]> Served(
        IReadOnlyList<(double X, double Y)> centres, IReadOnlyList<IReadOnlyList<NetworkCarrier>> sites, CoverageSettings settings, double leastProbability, int threads, CancellationToken cancellation)
    {
        var cells = new Queue<int[]>(Served(centres, [.. sites.SelectMany(s => s).Select(c => c.Mast.AsTransmitter())], settings, leastProbability, threads, cancellation));
        return [.. sites.Select(carriers => carriers.SelectMany(_ => cells.Dequeue()).Distinct().Order().ToArray())];
    }

    /// <summary>The cells of each transmitter, ascending.</summary>
    /// <param name="centres">Centres of the cells in the plane, metres.</param>
    /// <param name="transmitters">The transmitters, in the same plane.</param>
    /// <param name="settings">Threshold and surroundings.</param>
    /// <param name="leastProbability">0 to 1: the margin against shadowing. 0.5 is none; 0.95 keeps 1.645 sigma.</param>
    /// <param name="threads">Most threads; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">A transmitter or setting is out of range (see <see cref="CoverageMap.Problems"/>).</exception>
    public static IReadOnlyList<int[]> Served(
        IReadOnlyList<(double X, double Y)> centres, IReadOnlyList<Transmitter> transmitters, CoverageSettings settings, double leastProbability, int threads, CancellationToken cancellation)
    {
        if (CoverageMap.Problems(transmitters, settings) is { Count: > 0 } problems)
            throw new ArgumentException(string.Join("; ", problems.Select(p => p.En)), nameof(transmitters));
        var order = Enumerable.Range(0, centres.Count).ToArray();
        var northings = Array.ConvertAll(order, c => centres[c].Y);
        Array.Sort(northings, order);
        var served = new int[transmitters.Count][];
        var tables = transmitters.Select(Kind).Distinct().ToDictionary(k => k, k => RadialTable.Of(k, settings));
        void Strip(int from, int to)
        {
            for (var t = from; t < to; t++)
                served[t] = Cells(transmitters[t], tables[Kind(transmitters[t])]);
        }
        GridRows.ForEachStrip(transmitters.Count, threads, Strip, cancellation, stripRows: 1);
        return served;

        static Transmitter Kind(Transmitter transmitter) => transmitter with { Id = "", X = 0, Y = 0, Band = "" };

        int[] Cells(Transmitter transmitter, RadialTable table)
        {
            var found = new List<int>();
            var first = Array.BinarySearch(northings, transmitter.Y - table.RadiusMetres);
            for (var i = first < 0 ? ~first : first; i < order.Length && northings[i] <= transmitter.Y + table.RadiusMetres; i++)
            {
                var distance = Math.Sqrt(Math.Pow(centres[order[i]].X - transmitter.X, 2) + Math.Pow(northings[i] - transmitter.Y, 2));
                if (distance <= table.RadiusMetres && table.At(distance).Probability >= leastProbability)
                    found.Add(order[i]);
            }
            found.Sort();
            return [.. found];
        }
    }
}
