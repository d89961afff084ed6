namespace Geo.Engine.Geodesy;

/// <summary>
/// A <see cref="DatumOperation"/> applied to longitude and latitude at height 0. The height that results is dropped, as PROJ does it: a round
/// trip is off by the height times the angle between the two verticals, 0.2 mm in the delta and 1.4 mm at the northern border.
/// </summary>
/// <remarks>
/// Source: EPSG Guidance Note 7-2, 4.2.3 (coordinate frame rotation) and its exact reversal by the transposed matrix, as PROJ does it; geocentric to
/// geodetic by B. R. Bowring, 1976, which is exact to 1e-12 degrees within 10 km of the ellipsoid.
/// </remarks>
internal sealed class DatumShift
{
    private const double DegreesToRadians = Math.PI / 180;
    private const double ArcSecondsToRadians = DegreesToRadians / 3600;

    private readonly double _x;
    private readonly double _y;
    private readonly double _z;
    private readonly double _rotationX;
    private readonly double _rotationY;
    private readonly double _rotationZ;
    private readonly double _scale;

    public DatumShift(DatumOperation operation)
    {
        (_x, _y, _z) = (operation.TranslationX, operation.TranslationY, operation.TranslationZ);
        _rotationX = operation.RotationX * ArcSecondsToRadians;
        _rotationY = operation.RotationY * ArcSecondsToRadians;
        _rotationZ = operation.RotationZ * ArcSecondsToRadians;
        _scale = 1 + (operation.ScaleDifference * 1e-6);
    }

    /// <summary>VN-2000 to WGS 84, degrees.</summary>
    public (double Longitude, double Latitude) ToWgs84(double longitude, double latitude)
    {
        var (x, y, z) = Geocentric(longitude, latitude);
        return Geodetic(
            _x + (_scale * (x + (_rotationZ * y) - (_rotationY * z))),
            _y + (_scale * (y - (_rotationZ * x) + (_rotationX * z))),
            _z + (_scale * (z + (_rotationY * x) - (_rotationX * y))));
    }

    /// <summary>WGS 84 to VN-2000, degrees.</summary>
    public (double Longitude, double Latitude) ToVn2000(double longitude, double latitude)
    {
        var (x, y, z) = Geocentric(longitude, latitude);
        (x, y, z) = ((x - _x) / _scale, (y - _y) / _scale, (z - _z) / _scale);
        return Geodetic(
            x - (_rotationZ * y) + (_rotationY * z),
            y + (_rotationZ * x) - (_rotationX * z),
            z - (_rotationY * x) + (_rotationX * y));
    }

    private static (double X, double Y, double Z) Geocentric(double longitude, double latitude)
    {
        var (sine, cosine) = Math.SinCos(latitude * DegreesToRadians);
        var (sineLongitude, cosineLongitude) = Math.SinCos(longitude * DegreesToRadians);
        var radius = Ellipsoid.PrimeVerticalRadius(sine);
        return (radius * cosine * cosineLongitude, radius * cosine * sineLongitude, radius * (1 - Ellipsoid.EccentricitySquared) * sine);
    }

    private static (double Longitude, double Latitude) Geodetic(double x, double y, double z)
    {
        var axis = Math.Sqrt((x * x) + (y * y));
        var (opposite, adjacent) = (z * Ellipsoid.SemiMajorAxis, axis * Ellipsoid.SemiMinorAxis);
        var length = Math.Sqrt((opposite * opposite) + (adjacent * adjacent));
        var (sine, cosine) = (opposite / length, adjacent / length);
        var latitude = Math.Atan2(
            z + (Ellipsoid.SecondEccentricitySquared * Ellipsoid.SemiMinorAxis * sine * sine * sine),
            axis - (Ellipsoid.EccentricitySquared * Ellipsoid.SemiMajorAxis * cosine * cosine * cosine));
        return (Math.Atan2(y, x) / DegreesToRadians, latitude / DegreesToRadians);
    }
}
