using Geo.Engine.Radio.Propagation;

namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>What time, place and situation make of the median attenuation.</summary>
/// <remarks>Source: Hufford, The Algorithm, 1.2.2, section 5 (subroutines avar, curve, qerfi).</remarks>
internal static class YearlyVariation
{
    /// <summary>Attenuation not exceeded for the shares, dB.</summary>
    public static double AttenuationDb(in TerrainPath path, double referenceDb, ClimateCurves climate, VariabilityShares shares)
    {
        var (time, place, situation) = Deviates(shares);
        var distance = EffectiveMetres(path);
        var yearly = TimeDeviation(climate, distance, path.WaveNumber, time);
        var local = shares.PlacesVary ? PlaceDeviation(path) : 0;
        var situations = shares.SituationsVary ? Square(5 + (3 * Math.Exp(-distance / 100e3))) : 0;
        var spread = situations
            + (Square(yearly * time) / (7.8 + Square(situation)))
            + (Square(local * place) / (24 + Square(situation)));
        var (shift, deviation) = shares.Mode switch
        {
            VariabilityMode.SingleMessage => (0, Math.Sqrt(Square(yearly) + Square(local) + spread)),
            VariabilityMode.Individual => (yearly * time, Math.Sqrt(Square(local) + spread)),
            VariabilityMode.Mobile => (Math.Sqrt(Square(yearly) + Square(local)) * time, Math.Sqrt(spread)),
            _ => ((yearly * time) + (local * place), Math.Sqrt(spread)),
        };
        var attenuation = referenceDb - climate.Median.At(distance) - shift - (deviation * situation);
        return attenuation < 0 ? attenuation * (29 - attenuation) / (29 - (10 * attenuation)) : attenuation;
    }

    private static (double Time, double Place, double Situation) Deviates(VariabilityShares shares)
    {
        var time = InverseNormal.UpperQuantile(shares.TimePercent / 100);
        var place = InverseNormal.UpperQuantile(shares.LocationPercent / 100);
        var situation = InverseNormal.UpperQuantile(shares.SituationPercent / 100);
        return shares.Mode switch
        {
            VariabilityMode.SingleMessage => (situation, situation, situation),
            VariabilityMode.Individual => (time, situation, situation),
            VariabilityMode.Mobile => (time, time, situation),
            _ => (time, place, situation),
        };
    }

    // d_e: 130 km where the horizons of both antennas meet over a smooth earth of 9 000 km
    private static double EffectiveMetres(in TerrainPath path)
    {
        var meeting = Math.Sqrt(18e6 * path.Transmitter.EffectiveMetres) + Math.Sqrt(18e6 * path.Receiver.EffectiveMetres)
            + Math.Cbrt(575.7e12 / path.WaveNumber);
        return path.LengthMetres < meeting ? 130e3 * path.LengthMetres / meeting : 130e3 + path.LengthMetres - meeting;
    }

    private static double TimeDeviation(ClimateCurves climate, double distance, double waveNumber, double deviate)
    {
        if (deviate < 0)
            return climate.Below.At(distance) * climate.FactorBelow.At(waveNumber);
        var above = climate.Above.At(distance) * climate.FactorAbove.At(waveNumber);
        if (deviate <= climate.DuctingDeviate)
            return above;
        var ducting = above * climate.DuctingFactor;
        return ducting + ((above - ducting) * climate.DuctingDeviate / deviate);
    }

    private static double PlaceDeviation(in TerrainPath path)
    {
        var roughness = path.RoughnessWithin(path.LengthMetres) * path.WaveNumber;
        return 10 * roughness / (roughness + 13);
    }

    private static double Square(double value) => value * value;
}
