namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>A curve over effective distance: (c1 + c2 / (1 + ((d - x2)/x3)^2)) (d/x1)^2 / (1 + (d/x1)^2), dB.</summary>
/// <remarks>Source: Hufford, The Algorithm, 1.2.2, equations 5.5 to 5.7.</remarks>
internal readonly record struct ClimateCurve(double C1, double C2, double X1, double X2, double X3)
{
    public double At(double metres)
    {
        var hump = (metres - X2) / X3;
        var rise = metres / X1;
        return (C1 + (C2 / (1 + (hump * hump)))) * (rise * rise) / (1 + (rise * rise));
    }
}
