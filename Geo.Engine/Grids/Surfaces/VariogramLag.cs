namespace Geo.Engine.Grids.Surfaces;

/// <summary>Pairs of stations about as far apart.</summary>
/// <param name="DistanceMetres">Their mean distance.</param>
/// <param name="Semivariance">Half the mean of their squared differences.</param>
/// <param name="Pairs">How many there are, at least 1.</param>
public readonly record struct VariogramLag(double DistanceMetres, double Semivariance, int Pairs);
