using System.Runtime.Intrinsics;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Lanes;

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
    /// <summary>J(v) of eight edges.</summary>
    internal static Vector512<double> LossDb(Vector512<double> parameter)
    {
        var above = parameter - Vector512.Create(0.1);
        var loss = Vector512.Create(6.9) + (ElementaryFunctions.Log10(Vector512.Sqrt((above * above) + Vector512<double>.One) + above) * 20);
        return Vector512.ConditionalSelect(Vector512.LessThanOrEqual(parameter, Vector512.Create(ClearParameter)), Vector512<double>.Zero, loss);
    }
}
