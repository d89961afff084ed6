namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>How much the variation through the year depends on frequency: a + b / (1 + (c ln(0.133 k))^2).</summary>
/// <remarks>Source: Hufford, The Algorithm, 1.2.2, equations 5.8 and 5.9.</remarks>
internal readonly record struct FrequencyFactor(double A, double B, double C)
{
    public double At(double waveNumber)
    {
        var log = C * Math.Log(0.133 * waveNumber);
        return A + (B / (1 + (log * log)));
    }
}
