namespace Geo.Engine.Radio.Networks;

/// <summary>What the carriers together give one cell: the likeliest signal, the greatest rate, the likeliest service to standard. It changes only while it is found.</summary>
internal record struct CellService
{
    private double SignalDbm { get; set; }

    private double SignalNeededDbm { get; set; }

    private double SignalDeviationDb { get; set; }

    private double RatioDb { get; set; }

    private double RatioWithoutOthersDb { get; set; }

    private double RatioNeededDb { get; set; }

    private double RatioDeviationDb { get; set; }

    /// <summary>Share of places with signal.</summary>
    public double SignalProbability { get; private set; }

    /// <summary>Ratio at the sector of the greatest rate, dB; NaN without one.</summary>
    public double SinrDb { get; private set; }

    /// <summary>Rate there, Mbit/s.</summary>
    public double Megabits { get; private set; }

    /// <summary>That sector; -1 for none.</summary>
    public int Server { get; private set; }

    /// <summary>Share of places with the rate of the standard.</summary>
    public double StandardProbability { get; private set; }

    /// <summary>What the cell gets.</summary>
    public CoverageClass Class { get; private set; }

    /// <summary>Judges a cell.</summary>
    /// <param name="carriers">All carriers at the row of the cell, with the deviation over its places.</param>
    /// <param name="column">Its column.</param>
    /// <param name="settings">Threshold and standard.</param>
    public static CellService Best(ReadOnlySpan<CarrierRow> carriers, int column, NetworkSettings settings)
    {
        var best = new CellService { Server = -1, SinrDb = double.NaN, SignalProbability = -1, StandardProbability = -1 };
        foreach (var carrier in carriers)
        {
            if (carrier.ServerOf(column) < 0)
                continue;
            best.AddSignal(carrier, column, settings.ThresholdDbm);
            best.AddRate(carrier, column);
        }

        best.SignalProbability = Math.Max(0, best.SignalProbability);
        best.StandardProbability = Math.Max(0, best.StandardProbability);
        best.Class = best.SignalProbability < settings.Standard.Share ? CoverageClass.None
            : best.StandardProbability < settings.Standard.Share ? CoverageClass.Signal
            : CoverageClass.Standard;
        return best;
    }

    /// <summary>Signal that is missing at the worst of the places that must have it, dB.</summary>
    public readonly double MissingSignalDb(double quantile) => SignalNeededDbm + (quantile * SignalDeviationDb) - SignalDbm;

    /// <summary>Ratio that is missing there for the rate, dB.</summary>
    public readonly double MissingRatioDb(double quantile) => RatioNeededDb + (quantile * RatioDeviationDb) - RatioDb;

    /// <summary>Whether the ratio would do there, were there no other sectors on the carrier.</summary>
    public readonly bool IsDisturbed(double quantile) => RatioWithoutOthersDb >= RatioNeededDb + (quantile * RatioDeviationDb);

    private void AddSignal(CarrierRow carrier, int column, double neededDbm)
    {
        var (probability, signal) = (carrier.SignalShareOf(column), carrier.SignalDbmOf(column));
        if (!(probability > SignalProbability || (probability == SignalProbability && signal > SignalDbm)))
            return;
        (SignalProbability, SignalDbm, SignalNeededDbm, SignalDeviationDb) = (probability, signal, neededDbm, carrier.DeviationDbOf(column));
    }

    private void AddRate(CarrierRow carrier, int column)
    {
        var (sinr, megabits, probability) = (carrier.SinrDbOf(column), carrier.MegabitsOf(column), carrier.StandardShareOf(column));
        if (Server < 0 || megabits > Megabits)
            (Server, SinrDb, Megabits) = (carrier.ServerOf(column), sinr, megabits);
        // Of carriers that hardly ever do, the one that is missing least tells what is wrong.
        var isLikelier = probability > StandardProbability
            || (probability == StandardProbability && sinr - carrier.NeededSinrDb > RatioDb - RatioNeededDb);
        if (!isLikelier)
            return;
        (StandardProbability, RatioDb, RatioNeededDb) = (probability, sinr, carrier.NeededSinrDb);
        (RatioWithoutOthersDb, RatioDeviationDb) = (carrier.SnrDbOf(carrier.SignalDbmOf(column)), carrier.DeviationDbOf(column));
    }
}
