namespace Geo.Engine.Radio.Networks;

/// <summary>What the carriers together give one cell: the likeliest signal, the greatest rate, the likeliest service to standard.</summary>
internal readonly record struct CellService
{
    private double SignalDbm { get; init; }

    private double SignalNeededDbm { get; init; }

    private double SignalDeviationDb { get; init; }

    private double RatioDb { get; init; }

    private double RatioWithoutOthersDb { get; init; }

    private double RatioNeededDb { get; init; }

    private double RatioDeviationDb { get; init; }

    /// <summary>Share of places with signal.</summary>
    public double SignalProbability { get; private init; }

    /// <summary>Ratio at the sector of the greatest rate, dB; NaN without one.</summary>
    public double SinrDb { get; private init; }

    /// <summary>Rate there, Mbit/s.</summary>
    public double Megabits { get; private init; }

    /// <summary>That sector; -1 for none.</summary>
    public int Server { get; private init; }

    /// <summary>Share of places with the rate of the standard.</summary>
    public double StandardProbability { get; private init; }

    /// <summary>What the cell gets.</summary>
    public CoverageClass Class { get; private init; }

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
            var signal = carrier.SignalDbmOf(column);
            best = best.WithSignal(signal, carrier.DeviationDb, settings.ThresholdDbm).WithRate(carrier, column, signal);
        }

        return best with
        {
            SignalProbability = Math.Max(0, best.SignalProbability),
            StandardProbability = Math.Max(0, best.StandardProbability),
            Class = best.SignalProbability < settings.Standard.Share ? CoverageClass.None
                : best.StandardProbability < settings.Standard.Share ? CoverageClass.Signal
                : CoverageClass.Standard,
        };
    }

    /// <summary>Signal that is missing at the worst of the places that must have it, dB.</summary>
    public double MissingSignalDb(double quantile) => SignalNeededDbm + (quantile * SignalDeviationDb) - SignalDbm;

    /// <summary>Ratio that is missing there for the rate, dB.</summary>
    public double MissingRatioDb(double quantile) => RatioNeededDb + (quantile * RatioDeviationDb) - RatioDb;

    /// <summary>Whether the ratio would do there, were there no other sectors on the carrier.</summary>
    public bool IsDisturbed(double quantile) => RatioWithoutOthersDb >= RatioNeededDb + (quantile * RatioDeviationDb);

    private CellService WithSignal(double signalDbm, double deviation, double neededDbm)
    {
        var probability = Share(signalDbm - neededDbm, deviation);
        return probability > SignalProbability || (probability == SignalProbability && signalDbm > SignalDbm)
            ? this with { SignalProbability = probability, SignalDbm = signalDbm, SignalNeededDbm = neededDbm, SignalDeviationDb = deviation }
            : this;
    }

    private CellService WithRate(CarrierRow carrier, int column, double signalDbm)
    {
        var sinr = carrier.SinrDbOf(column);
        var megabits = carrier.MegabitsOf(column);
        var probability = Share(sinr - carrier.NeededSinrDb, carrier.DeviationDb);
        var faster = Server < 0 || megabits > Megabits ? this with { Server = carrier.ServerOf(column), SinrDb = sinr, Megabits = megabits } : this;
        // Of carriers that hardly ever do, the one that is missing least tells what is wrong.
        var isLikelier = probability > StandardProbability
            || (probability == StandardProbability && sinr - carrier.NeededSinrDb > RatioDb - RatioNeededDb);
        return isLikelier
            ? faster with
            {
                StandardProbability = probability,
                RatioDb = sinr,
                RatioWithoutOthersDb = carrier.SnrDbOf(signalDbm),
                RatioNeededDb = carrier.NeededSinrDb,
                RatioDeviationDb = carrier.DeviationDb,
            }
            : faster;
    }

    // of a normal distribution above 0; without deviation all places or none
    private static double Share(double margin, double deviation) =>
        deviation > 0 ? NormalDistribution.Cumulative(margin / deviation) : margin >= 0 ? 1 : 0;
}
