using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Lanes;
using Geo.Engine.Radio.Spectrum;

namespace Geo.Engine.Radio.Networks;

/// <summary>What one carrier brings to a row of cells: all powers in milliwatts, summed as such.</summary>
internal sealed class CarrierRow(Carrier carrier, double neededSinrDb, double noiseDbm, int columns)
{
    private const int Width = 8;
    private const int Wide = 16; // numbers of half the size

    private readonly double _noise = Math.Pow(10, noiseDbm / 10);
    private readonly double[] _loads = new double[PaddedTo(columns)];
    private readonly float[] _best = new float[PaddedTo(columns)];
    private readonly float[] _bestLoad = new float[PaddedTo(columns)];
    private readonly double[] _signals = new double[PaddedTo(columns)];
    private readonly double[] _ratios = new double[PaddedTo(columns)];
    private readonly double[] _megabits = new double[PaddedTo(columns)];
    private readonly int[] _server = new int[PaddedTo(columns)];

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

    /// <summary>Adds a sector over the cells from a column on, sixteen at once.</summary>
    public void Add(ReadOnlySpan<float> milliwatts, int column, float load, int server)
    {
        var whole = milliwatts.Length / Wide * Wide;
        for (var i = 0; i < whole; i += Wide)
            Add(Vector512.Create(milliwatts[i..]), column + i, load, server);
        if (whole == milliwatts.Length)
            return;
        Span<float> rest = stackalloc float[Wide]; // 0 adds nothing
        milliwatts[whole..].CopyTo(rest);
        Add(Vector512.Create<float>(rest), column + whole, load, server);
    }

    /// <summary>Turns the sums into levels, for the cells from a column to another (not included): eight at once, each alone.</summary>
    public void Settle(int from, int to)
    {
        for (var column = from / Width * Width; column < to; column += Width)
        {
            var best = Doubled(_best, column);
            var interference = Vector512.Max(Vector512<double>.Zero, EightOf(_loads, column) - (Doubled(_bestLoad, column) * best));
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

    private static int PaddedTo(int columns) => columns + Wide;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(Vector512<float> milliwatts, int column, float load, int server)
    {
        var (lower, upper) = Vector512.Widen(milliwatts);
        (EightOf(_loads, column) + (lower * load)).CopyTo(_loads, column);
        (EightOf(_loads, column + Width) + (upper * load)).CopyTo(_loads, column + Width);
        var best = Vector512.Create(_best, column);
        var isBest = Vector512.GreaterThan(milliwatts, best);
        if (isBest.ExtractMostSignificantBits() == 0)
            return;
        Vector512.ConditionalSelect(isBest, milliwatts, best).CopyTo(_best, column);
        Vector512.ConditionalSelect(isBest, Vector512.Create(load), Vector512.Create(_bestLoad, column)).CopyTo(_bestLoad, column);
        Vector512.ConditionalSelect(isBest.AsInt32(), Vector512.Create(server), Vector512.Create(_server, column)).CopyTo(_server, column);
    }

    private static Vector512<double> Doubled(float[] row, int column)
    {
        var (lower, upper) = Vector256.Widen(Vector256.Create(row, column));
        return Vector512.Create(lower, upper);
    }

    private static Vector512<double> EightOf(double[] row, int column) => Vector512.Create(row, column);
}
