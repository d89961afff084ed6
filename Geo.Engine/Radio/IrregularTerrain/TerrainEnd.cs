namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>One end of a path.</summary>
/// <param name="HeightMetres">h: antenna above ground.</param>
/// <param name="EffectiveMetres">he: antenna above the ground that reflects.</param>
/// <param name="HorizonMetres">dL: distance of its horizon.</param>
/// <param name="HorizonRadians">theta_e: elevation of its horizon.</param>
internal readonly record struct TerrainEnd(double HeightMetres, double EffectiveMetres, double HorizonMetres, double HorizonRadians)
{
    /// <summary>dLs: distance of the horizon over a smooth earth, metres.</summary>
    public double SmoothHorizonMetres(double curvature) => Math.Sqrt(2 * EffectiveMetres / curvature);

    /// <summary>An end of which the effective height is known, its horizon reckoned from the roughness of the ground.</summary>
    /// <remarks>Source: Hufford, The Algorithm, 1.2.2, equations 3.3 and 3.4 (Longley and Rice, 1968, equations 5b and 5c).</remarks>
    public static TerrainEnd OfRoughness(double heightMetres, double effectiveMetres, double roughnessMetres, double curvature)
    {
        var smooth = Math.Sqrt(2 * effectiveMetres / curvature);
        var horizon = smooth * Math.Exp(-0.07 * Math.Sqrt(roughnessMetres / Math.Max(effectiveMetres, 5)));
        return new(
            heightMetres,
            effectiveMetres,
            horizon,
            ((0.65 * roughnessMetres * ((smooth / horizon) - 1)) - (2 * effectiveMetres)) / smooth);
    }

    /// <summary>An end of which only the height and the care of its siting are known.</summary>
    /// <remarks>Source: Hufford, The Algorithm, 1.2.2, equations 3.1 and 3.2.</remarks>
    public static TerrainEnd OfSiting(double heightMetres, SitingCare siting, double roughnessMetres, double curvature)
    {
        if (siting == SitingCare.Random)
            return OfRoughness(heightMetres, heightMetres, roughnessMetres, curvature);
        var gain = siting == SitingCare.Careful ? 4.0 : 9.0;
        if (heightMetres < 5)
            gain *= Math.Sin(0.1 * Math.PI * heightMetres);
        var lift = (1 + gain) * Math.Exp(-Math.Min(20, 2 * heightMetres / Math.Max(1e-3, roughnessMetres)));
        return OfRoughness(heightMetres, heightMetres + lift, roughnessMetres, curvature);
    }
}
