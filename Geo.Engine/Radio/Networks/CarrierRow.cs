using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Grids;
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
    private readonly double[] _deviations = new double[PaddedTo(columns)];
    private readonly double[] _signalShares = new double[PaddedTo(columns)];
    private readonly double[] _standardShares = new double[PaddedTo(columns)];
    private readonly int[] _server = new int[PaddedTo(columns)];

    /// <summary>The carrier.</summary>
    public Carrier Carrier => carrier;

    /// <summary>Standard deviation that all places have, dB: walls and what else the receiver is in.</summary>
    public required double OwnDeviationDb { get; init; }

    /// <summary>Standard deviation over the places of a cell under clutter, dB; above it a share of that.</summary>
    public required double PlacesDeviationDb { get; init; }

    /// <summary>Least SS-RSRP that counts as signal, dBm.</summary>
    public required double ThresholdDbm { get; init; }

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

    /// <summary>Turns the sums into levels and shares of places, for the cells from a column to another (not included): eight at once, each alone.</summary>
    /// <param name="from">First column.</param>
    /// <param name="to">The column after the last.</param>
    /// <param name="underClutter">Which share of <see cref="PlacesDeviationDb"/> each cell of the row has, eight more behind the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Settle(int from, int to, double[] underClutter)
    {
        var own = Vector512.Create(OwnDeviationDb * OwnDeviationDb);
        for (var column = from / Width * Width; column < to; column += Width)
        {
            var best = Doubled(_best, column);
            var interference = Vector512.Max(Vector512<double>.Zero, EightOf(_loads, column) - (Doubled(_bestLoad, column) * best));
            var signal = ElementaryFunctions.Log10(best) * 10;
            var ratio = ElementaryFunctions.Log10(best / (interference + Vector512.Create(_noise))) * 10;
            var places = EightOf(underClutter, column) * PlacesDeviationDb;
            var deviation = Vector512.Sqrt((places * places) + own);
            signal.CopyTo(_signals, column);
            ratio.CopyTo(_ratios, column);
            deviation.CopyTo(_deviations, column);
            ServiceStandard.DownlinkMegabitsOf(carrier, ratio).CopyTo(_megabits, column);
            ShareAbove(signal - Vector512.Create(ThresholdDbm), deviation).CopyTo(_signalShares, column);
            ShareAbove(ratio - Vector512.Create(neededSinrDb), deviation).CopyTo(_standardShares, column);
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

    /// <summary>Standard deviation over its places, dB.</summary>
    public double DeviationDbOf(int column) => _deviations[column];

    /// <summary>Share of its places with signal.</summary>
    public double SignalShareOf(int column) => _signalShares[column];

    /// <summary>Share of its places with the rate of the standard.</summary>
    public double StandardShareOf(int column) => _standardShares[column];

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

    // of a normal distribution above 0; without deviation all places or none
    private static Vector512<double> ShareAbove(Vector512<double> margin, Vector512<double> deviation)
    {
        var isSpread = Vector512.GreaterThan(deviation, Vector512<double>.Zero);
        var all = Vector512<double>.One & Vector512.GreaterThanOrEqual(margin, Vector512<double>.Zero);
        return Vector512.ConditionalSelect(isSpread, NormalDistribution.UpperTail(-margin / deviation), all);
    }

    private static Vector512<double> Doubled(float[] row, int column)
    {
        var (lower, upper) = Vector256.Widen(Vector256.Create(row, column));
        return Vector512.Create(lower, upper);
    }

    private static Vector512<double> EightOf(double[] row, int column) => Vector512.Create(row, column);
}
