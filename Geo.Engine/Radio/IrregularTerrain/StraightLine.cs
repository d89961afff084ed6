namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>Attenuation that grows evenly with distance.</summary>
/// <param name="Start">At distance 0, dB.</param>
/// <param name="Slope">By metre, dB.</param>
internal readonly record struct StraightLine(double Start, double Slope)
{
    /// <summary>Attenuation at a distance, dB.</summary>
    public double At(double metres) => Start + (Slope * metres);

    /// <summary>The line through two points.</summary>
    public static StraightLine Through(double metres, double lossDb, double otherMetres, double otherLossDb)
    {
        var slope = (otherLossDb - lossDb) / (otherMetres - metres);
        return new(lossDb - (slope * metres), slope);
    }
}
