using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Lanes;
using Geo.Engine.Radio.Spectrum;

namespace Geo.Engine.Radio.Networks;

/// <summary>What one carrier brings to a row of cells: all powers in milliwatts, summed as such.</summary>
internal sealed class CarrierRow(Carrier carrier, double neededSinrDb, double noiseDbm, int columns)
{
    private const int Width = 8;

    private readonly double _noise = Math.Pow(10, noiseDbm / 10);
    private readonly double[] _loads = new double[PaddedTo(columns)];
    private readonly double[] _best = new double[PaddedTo(columns)];
    private readonly double[] _bestLoad = new double[PaddedTo(columns)];
    private readonly double[] _signals = new double[PaddedTo(columns)];
    private readonly double[] _ratios = new double[PaddedTo(columns)];
    private readonly double[] _megabits = new double[PaddedTo(columns)];
    private readonly int[] _server = new int[columns];

    /// <summary>The carrier.</summary>
    public Carrier Carrier => carrier;

    /// <summary>Standard deviation that all places have, dB: walls and what else the receiver is in.</summary>
    public required double OwnDeviationDb { get; init; }

    /// <summary>Standard deviation over the places of a cell under clutter, dB; above it a share of that.</summary>
    public required double PlacesDeviationDb { get; init; }

    /// <summary>Standard deviation over the places of the cell that is judged, dB.</summary>
    public double DeviationDb { get; set; }

    /// <summary>The ratio that the standard's rate needs, dB; positive infinity when none is enough.</summary>
    public double NeededSinrDb => neededSinrDb;

    /// <summary>Forgets a row.</summary>
    public void Clear()
    {
        _loads.AsSpan().Clear();
        _best.AsSpan().Clear();
        _server.AsSpan().Fill(-1);
    }

    /// <summary>Adds a sector over the cells from a column on.</summary>
    public void Add(ReadOnlySpan<float> milliwatts, int column, float load, int server)
    {
        var loads = _loads.AsSpan(column, milliwatts.Length);
        var best = _best.AsSpan(column, milliwatts.Length);
        for (var i = 0; i < milliwatts.Length; i++)
        {
            loads[i] += (double)load * milliwatts[i];
            if (!(milliwatts[i] > best[i]))
                continue;
            best[i] = milliwatts[i];
            (_bestLoad[column + i], _server[column + i]) = (load, server);
        }
    }

    /// <summary>Turns the sums into levels, for the cells from a column to another (not included): eight at once, each alone.</summary>
    public void Settle(int from, int to)
    {
        for (var column = from / Width * Width; column < to; column += Width)
        {
            var best = EightOf(_best, column);
            var interference = Vector512.Max(Vector512<double>.Zero, EightOf(_loads, column) - (EightOf(_bestLoad, column) * best));
            var ratio = LaneMath.Log10(best / (interference + Vector512.Create(_noise))) * 10;
            (LaneMath.Log10(best) * 10).CopyTo(_signals, column);
            ratio.CopyTo(_ratios, column);
            ServiceStandard.DownlinkMegabitsOf(carrier, ratio).CopyTo(_megabits, column);
        }
    }

    /// <summary>The strongest sector of a cell; -1 for none.</summary>
    public int ServerOf(int column) => _server[column];

    /// <summary>Its SS-RSRP, dBm.</summary>
    public double SignalDbmOf(int column) => _signals[column];

    /// <summary>Its ratio to interference and noise, dB.</summary>
    public double SinrDbOf(int column) => _ratios[column];

    /// <summary>The rate of a lone user there, Mbit/s.</summary>
    public double MegabitsOf(int column) => _megabits[column];

    /// <summary>The ratio of a signal to noise alone, dB.</summary>
    public double SnrDbOf(double signalDbm) => signalDbm - noiseDbm;

    private static int PaddedTo(int columns) => (columns + Width - 1) / Width * Width;

    private static Vector512<double> EightOf(double[] row, int column) => Vector512.Create(row, column);
}
