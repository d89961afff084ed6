namespace Geo.Engine.Geodesy;

/// <summary>A map of the ellipsoid onto a plane. Degrees on one side, metres on the other; immutable. NaN and infinity give NaN.</summary>
internal abstract class PlaneProjection
{
    /// <summary>Longitude and latitude, degrees, to easting and northing, metres.</summary>
    public abstract (double X, double Y) ToPlane(double longitude, double latitude);

    /// <summary>Easting and northing, metres, to longitude and latitude, degrees.</summary>
    public abstract (double Longitude, double Latitude) ToGeographic(double x, double y);

    /// <summary>Square root of the areal scale at a position of the plane.</summary>
    public abstract double ScaleFactor(double x, double y);

    /// <summary>Ground area per metre of northing between the axis of the projection and an easting, at a northing: the integral of 1/k² over easting (metres).</summary>
    public abstract double GroundWidth(double x, double y);

    /// <summary>The same integral over each of a row of equal cells, the first of which begins at easting <paramref name="left"/>.</summary>
    public abstract void GroundWidths(double left, double y, double cellSizeMetres, Span<double> widths);
}
