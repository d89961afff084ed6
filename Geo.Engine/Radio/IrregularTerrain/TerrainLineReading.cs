namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>What the model reads off a profile: horizons, the ground that reflects, roughness.</summary>
/// <remarks>Source: Hufford, The Algorithm, 1.2.2, section on point-to-point mode (subroutines qlrpfl and hzns).</remarks>
internal readonly record struct TerrainLineReading(TerrainEnd Transmitter, TerrainEnd Receiver, double RoughnessMetres, bool HasLineOfSight)
{
    public static TerrainLineReading Of(in TerrainLine line, double transmitterMetres, double receiverMetres, double curvature)
    {
        var length = line.LengthMetres;
        var transmitter = Horizon(line, transmitterMetres, receiverMetres, curvature, isBackward: false);
        var receiver = Horizon(line, receiverMetres, transmitterMetres, curvature, isBackward: true);
        var isInSight = transmitter.HorizonMetres == length;
        var start = Math.Min(15 * transmitterMetres, 0.1 * transmitter.HorizonMetres);
        var end = length - Math.Min(15 * receiverMetres, 0.1 * receiver.HorizonMetres);
        var roughness = line.InterdecileRange(start, end);
        if (transmitter.HorizonMetres + receiver.HorizonMetres > 1.5 * length)
        {
            (transmitter, receiver) = InSight(line, transmitterMetres, receiverMetres, start, end, roughness, curvature);
        }
        else
        {
            var (near, _) = line.Fit(start, 0.9 * transmitter.HorizonMetres);
            var (_, far) = line.Fit(length - (0.9 * receiver.HorizonMetres), end);
            transmitter = transmitter with { EffectiveMetres = transmitterMetres + Math.Max(line.HeightsMetres[0] - near, 0) };
            receiver = receiver with { EffectiveMetres = receiverMetres + Math.Max(line.HeightsMetres[^1] - far, 0) };
        }

        return new(transmitter, receiver, roughness, isInSight);
    }

    private static TerrainEnd Horizon(in TerrainLine line, double heightMetres, double otherMetres, double curvature, bool isBackward)
    {
        var (from, to) = isBackward ? (line.HeightsMetres[^1], line.HeightsMetres[0]) : (line.HeightsMetres[0], line.HeightsMetres[^1]);
        var antenna = from + heightMetres;
        var length = line.LengthMetres;
        var (steepest, distance) = (((to + otherMetres - antenna) / length) - (length * curvature / 2), length);
        for (var i = 1; i < line.Steps; i++)
        {
            var metres = i * line.StepMetres;
            var ground = line.HeightsMetres[isBackward ? line.Steps - i : i];
            var elevation = ((ground - antenna) / metres) - (metres * curvature / 2);
            // of equal horizons the one nearer to the transmitter counts, for both ends
            if (elevation > steepest || (isBackward && elevation == steepest && distance < length))
                (steepest, distance) = (elevation, metres);
        }

        return new(heightMetres, heightMetres, distance, steepest);
    }

    // horizons are reckoned anew from the ground that both antennas look down on
    private static (TerrainEnd Transmitter, TerrainEnd Receiver) InSight(
        in TerrainLine line, double transmitterMetres, double receiverMetres, double start, double end, double roughness, double curvature)
    {
        var length = line.LengthMetres;
        var (near, far) = line.Fit(start, end);
        var effective = transmitterMetres + Math.Max(line.HeightsMetres[0] - near, 0);
        var other = receiverMetres + Math.Max(line.HeightsMetres[^1] - far, 0);
        var transmitter = TerrainEnd.OfRoughness(transmitterMetres, effective, roughness, curvature);
        var receiver = TerrainEnd.OfRoughness(receiverMetres, other, roughness, curvature);
        var horizons = transmitter.HorizonMetres + receiver.HorizonMetres;
        if (horizons > length)
            return (transmitter, receiver);
        var lift = (length / horizons) * (length / horizons);
        return (
            TerrainEnd.OfRoughness(transmitterMetres, effective * lift, roughness, curvature),
            TerrainEnd.OfRoughness(receiverMetres, other * lift, roughness, curvature));
    }
}
