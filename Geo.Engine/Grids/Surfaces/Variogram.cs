namespace Geo.Engine.Grids.Surfaces;

/// <summary>Half the mean squared difference of values at a distance: nugget + partial sill x model; 0 at distance 0.</summary>
/// <param name="Model">The model.</param>
/// <param name="Nugget">What differs at the shortest distance already, at least 0, in the square of the values' unit.</param>
/// <param name="PartialSill">What distance adds, at least 0; with the nugget greater than 0.</param>
/// <param name="RangeMetres">The range parameter, metres, greater than 0; see <see cref="VariogramModel"/>.</param>
/// <remarks>Source: N. Cressie, Statistics for spatial data (1993), 2.3; range parameters as gstat (Pebesma 2004) has them.</remarks>
public sealed record Variogram(VariogramModel Model, double Nugget, double PartialSill, double RangeMetres)
{
    /// <summary>Nugget and partial sill: the semivariance of what lies far apart.</summary>
    public double Sill => Nugget + PartialSill;

    /// <summary>The semivariance at a distance, at least 0 metres.</summary>
    public double Semivariance(double metres) => metres == 0 ? 0 : Nugget + (PartialSill * Share(Model, metres / RangeMetres));

    /// <summary>The model without nugget and sill, 0 to 1.</summary>
    /// <param name="model">The model.</param>
    /// <param name="ranges">Distance over range parameter, at least 0.</param>
    public static double Share(VariogramModel model, double ranges) => model switch
    {
        VariogramModel.Spherical => ranges >= 1 ? 1 : ranges * (1.5 - (0.5 * ranges * ranges)),
        VariogramModel.Exponential => 1 - Math.Exp(-ranges),
        _ => 1 - Math.Exp(-ranges * ranges),
    };
}
