namespace Geo.Engine.Radio.Diffraction;

/// <summary>Loss over a single edge.</summary>
/// <remarks>Source: ITU-R P.526, 4.1, equation 31; exact to 0.1 dB of the Fresnel integral.</remarks>
public static class KnifeEdge
{
    /// <summary>The parameter up to which an edge costs nothing.</summary>
    public const double ClearParameter = -0.78;

    /// <summary>J(v), dB: 0 up to <see cref="ClearParameter"/>, about 6 where the ray grazes the edge; NaN gives NaN.</summary>
    /// <param name="parameter">v, without unit: how far the edge rises into the ray, in square roots of half a Fresnel zone.</param>
    public static double LossDb(double parameter)
    {
        if (parameter <= ClearParameter)
            return 0;
        var above = parameter - 0.1;
        return 6.9 + (20 * Math.Log10(Math.Sqrt((above * above) + 1) + above));
    }
}
