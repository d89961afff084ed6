namespace Geo.Engine.Geodesy;

/// <summary>The ellipsoid of WGS 84, which VN-2000 uses too (EPSG:7030).</summary>
internal static class Ellipsoid
{
    public const double SemiMajorAxis = 6_378_137;
    public const double Flattening = 1 / 298.257223563;
    public const double SemiMinorAxis = SemiMajorAxis * (1 - Flattening);
    public const double EccentricitySquared = Flattening * (2 - Flattening);
    public const double SecondEccentricitySquared = EccentricitySquared / (1 - EccentricitySquared);
    public const double ThirdFlattening = Flattening / (2 - Flattening);

    public static readonly double Eccentricity = Math.Sqrt(EccentricitySquared);

    /// <summary>Radius of curvature in the prime vertical, metres.</summary>
    public static double PrimeVerticalRadius(double sineLatitude) =>
        SemiMajorAxis / Math.Sqrt(1 - (EccentricitySquared * sineLatitude * sineLatitude));

    /// <summary>Square of the Gaussian mean radius (product of both radii of curvature), square metres.</summary>
    public static double MeanRadiusSquared(double sineLatitude)
    {
        var root = 1 - (EccentricitySquared * sineLatitude * sineLatitude);
        return SemiMajorAxis * SemiMajorAxis * (1 - EccentricitySquared) / (root * root);
    }

    /// <summary>Area between the equator and a latitude over one radian of longitude, square metres.</summary>
    /// <remarks>Source: J. P. Snyder, Map Projections: A Working Manual, 1987, equation 3-12.</remarks>
    public static double AreaFromEquator(double sineLatitude)
    {
        var zone = (sineLatitude / (1 - (EccentricitySquared * sineLatitude * sineLatitude))) + (Math.Atanh(Eccentricity * sineLatitude) / Eccentricity);
        return SemiMinorAxis * SemiMinorAxis * zone / 2;
    }
}
