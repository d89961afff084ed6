namespace Geo.Engine.Radio;

/// <summary>
/// Signal and probability of one kind of transmitter by distance, every half metre from 0 to the radius, straight lines between. Against the formulas
/// the signal is off by less than 0.01 dB and the probability by less than 0.0005, but for the half metre around the breakpoint, where shadowing jumps.
/// </summary>
internal sealed class RadialTable
{
    private const double StepMetres = 0.5;

    private readonly float[] _signal;
    private readonly float[] _probability;

    private RadialTable(double radiusMetres)
    {
        RadiusMetres = radiusMetres;
        var entries = (int)Math.Ceiling(radiusMetres / StepMetres) + 2;
        _signal = new float[entries];
        _probability = new float[entries];
    }

    /// <summary>Distance up to which the table claims anything, metres.</summary>
    public double RadiusMetres { get; }

    /// <summary>The table of a transmitter. Nearer than 10 m the values of 10 m hold.</summary>
    public static RadialTable Of(Transmitter transmitter, CoverageSettings settings)
    {
        var table = new RadialTable(Math.Min(settings.MaxRadiusMetres, RuralMacro.MaxDistanceWithoutLineOfSightMetres));
        var scene = settings.SceneOf(transmitter);
        var allowedLoss = transmitter.EirpDbm - settings.ExtraLossDb - settings.ThresholdDbm;
        var median = double.NaN;
        for (var i = 0; i < table._signal.Length; i++)
        {
            var path = MixedPath.OfRuralMacro(scene, Math.Max(i * StepMetres, RuralMacro.MinDistanceMetres));
            median = path.MedianLossDb(median);
            table._signal[i] = (float)LinkBudget.ReferencePowerDbm(transmitter.EirpDbm, median, settings.ExtraLossDb);
            table._probability[i] = (float)path.ShareWithin(allowedLoss);
        }

        return table;
    }

    /// <summary>Signal, dBm, and probability at a distance within the radius.</summary>
    public (float SignalDbm, float Probability) At(double distanceMetres)
    {
        var at = distanceMetres / StepMetres;
        var index = (int)at;
        var part = (float)(at - index);
        var signal = _signal.AsSpan(index, 2);
        var probability = _probability.AsSpan(index, 2);
        return (signal[0] + (part * (signal[1] - signal[0])), probability[0] + (part * (probability[1] - probability[0])));
    }
}
