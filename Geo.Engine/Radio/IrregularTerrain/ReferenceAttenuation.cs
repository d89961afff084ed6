namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>Median attenuation beyond free space as a continuous curve over distance, and the branch of it.</summary>
/// <remarks>Source: Hufford, The Algorithm, 1.2.2, section 4 (subroutine lrprop).</remarks>
internal readonly record struct ReferenceAttenuation(double Db, PropagationRegion Region)
{
    public static ReferenceAttenuation Of(in TerrainPath path)
    {
        var edge = path.SmoothHorizonsMetres;
        var third = Math.Max(edge, path.HorizonsMetres + (5 * path.DiffractionScale));
        var fourth = third + (10 * path.DiffractionScale);
        var diffraction = StraightLine.Through(
            third, DiffractionRegion.LossDb(path, third), fourth, DiffractionRegion.LossDb(path, fourth));
        return path.LengthMetres < edge
            ? new(Math.Max(SightRegion.LossDb(path, diffraction), 0), PropagationRegion.LineOfSight)
            : BeyondHorizon(path, diffraction, edge);
    }

    private static ReferenceAttenuation BeyondHorizon(in TerrainPath path, StraightLine diffraction, double edge)
    {
        var (fifth, sixth) = (path.HorizonsMetres + 200e3, path.HorizonsMetres + 400e3);
        var (nearDb, farDb) = ScatterRegion.LossesDb(path, fifth, sixth);
        if (nearDb < 1_000)
        {
            var scatter = StraightLine.Through(fifth, nearDb, sixth, farDb);
            var crossing = Math.Max(
                Math.Max(edge, path.HorizonsMetres + (1.088 * path.DiffractionScale * Math.Log(path.FrequencyMegahertz))),
                (scatter.Start - diffraction.Start) / (diffraction.Slope - scatter.Slope));
            if (path.LengthMetres > crossing)
                return new(Math.Max(diffraction.At(crossing) + (scatter.Slope * (path.LengthMetres - crossing)), 0), PropagationRegion.Troposcatter);
        }

        return new(Math.Max(diffraction.At(path.LengthMetres), 0), PropagationRegion.Diffraction);
    }
}
