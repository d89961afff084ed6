namespace Geo.Engine.Grids.Surfaces;

/// <summary>How the weight of a feature falls with distance; the integral of each over the plane is 1.</summary>
public enum DensityKernel
{
    /// <summary>Even within the radius: plain density.</summary>
    Uniform,

    /// <summary>3 / (pi r^2) (1 - d^2 / r^2)^2, as Silverman (1986), equation 4.5.</summary>
    Quartic,

    /// <summary>A normal curve with a quarter of the radius as its standard deviation, cut off at the radius and scaled up by 1 / (1 - e^-8).</summary>
    Gaussian,
}
