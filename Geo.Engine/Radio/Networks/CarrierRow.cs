using Geo.Engine.Radio.Spectrum;

namespace Geo.Engine.Radio.Networks;

/// <summary>What one carrier brings to a row of cells: all powers in milliwatts, summed as such.</summary>
internal sealed class CarrierRow(Carrier carrier, double neededSinrDb, double noiseDbm, int columns)
{
    private readonly double _noise = Math.Pow(10, noiseDbm / 10);
    private readonly double[] _loads = new double[columns];
    private readonly float[] _best = new float[columns];
    private readonly float[] _bestLoad = new float[columns];
    private readonly int[] _server = new int[columns];

    /// <summary>The carrier.</summary>
    public Carrier Carrier => carrier;

    /// <summary>Standard deviation that all places have, dB: walls and what else the receiver is in.</summary>
    public required double OwnDeviationDb { get; init; }

    /// <summary>Frequency, GHz.</summary>
    public double Gigahertz { get; } = carrier.CentreMegahertz / 1_000;

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

    /// <summary>The strongest sector of a cell; -1 for none.</summary>
    public int ServerOf(int column) => _server[column];

    /// <summary>Its SS-RSRP, dBm.</summary>
    public double SignalDbmOf(int column) => 10 * Math.Log10(_best[column]);

    /// <summary>Its ratio to interference and noise, dB.</summary>
    public double SinrDbOf(int column)
    {
        var interference = Math.Max(0, _loads[column] - ((double)_bestLoad[column] * _best[column]));
        return 10 * Math.Log10(_best[column] / (interference + _noise));
    }

    /// <summary>The ratio of a signal to noise alone, dB.</summary>
    public double SnrDbOf(double signalDbm) => signalDbm - noiseDbm;
}
