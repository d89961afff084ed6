namespace Geo.Engine.Geodesy;

/// <summary>
/// The Mercator projection of web maps: formulas of the sphere on latitudes of the ellipsoid (EPSG method 1024). The poles are at infinity.
/// </summary>
internal sealed class SphericalMercator : PlaneProjection
{
    private const double MetresPerDegree = Ellipsoid.SemiMajorAxis * Math.PI / 180;

    public override (double X, double Y) ToPlane(double longitude, double latitude) =>
        (longitude * MetresPerDegree, Ellipsoid.SemiMajorAxis * Math.Asinh(Math.Tan(latitude * Math.PI / 180)));

    public override (double Longitude, double Latitude) ToGeographic(double x, double y) =>
        (x / MetresPerDegree, Math.Atan(Math.Sinh(y / Ellipsoid.SemiMajorAxis)) * 180 / Math.PI);

    public override double ScaleFactor(double x, double y)
    {
        var sine = Math.Tanh(y / Ellipsoid.SemiMajorAxis);
        return Ellipsoid.SemiMajorAxis / Math.Sqrt(Ellipsoid.MeanRadiusSquared(sine) * (1 - (sine * sine)));
    }

    public override double GroundWidth(double x, double y)
    {
        var scale = ScaleFactor(x, y);
        return x / (scale * scale);
    }

    public override void GroundWidths(double left, double y, double cellSizeMetres, Span<double> widths) =>
        widths.Fill(GroundWidth(cellSizeMetres, y));
}
