using NetTopologySuite.Geometries;

namespace Geo.Engine.Geodesy;

/// <summary>Lengths as they are on the ground: geodesics on the ellipsoid, exact to 0.1 mm for positions that are not nearly antipodal.</summary>
/// <remarks>Source: T. Vincenty, Direct and inverse solutions of geodesics on the ellipsoid, Survey Review 23, 1975, inverse formula.</remarks>
public static class GroundLength
{
    private const int MaxIterations = 100;
    private const double DegreesToRadians = Math.PI / 180;

    /// <summary>Metres along the lines of a geometry given in <paramref name="system"/> (the rings of a polygon; 0 for points).</summary>
    /// <exception cref="ArgumentException">The system is none of <see cref="CoordinateSystems.All"/>.</exception>
    public static double Metres(Geometry geometry, CoordinateSystem system)
    {
        var plane = SystemDefinition.Of(system).Plane;
        return Metres(geometry, plane);
    }

    /// <summary>
    /// Metres of the geodesic between two positions of WGS 84 or VN-2000 (both use the same ellipsoid), degrees. NaN when a value is NaN or
    /// the positions are so nearly antipodal that the method does not converge.
    /// </summary>
    public static double Metres(double longitude1, double latitude1, double longitude2, double latitude2)
    {
        var (sine1, cosine1) = Reduced(latitude1);
        var (sine2, cosine2) = Reduced(latitude2);
        var difference = (longitude2 - longitude1) * DegreesToRadians;
        var onSphere = difference;
        for (var i = 0; i < MaxIterations; i++)
        {
            var arc = Arc.Between(sine1, cosine1, sine2, cosine2, onSphere);
            if (arc.SineSigma == 0)
                return 0;
            var next = difference + arc.LongitudeCorrection;
            if (Math.Abs(next - onSphere) < 1e-13)
                return arc.Length;
            onSphere = next;
        }

        return double.NaN;
    }

    private static double Metres(Geometry geometry, PlaneProjection? plane) => geometry switch
    {
        LineString line => Along(line.CoordinateSequence, plane),
        Polygon polygon => Metres(polygon.ExteriorRing, plane) + polygon.InteriorRings.Sum(ring => Metres(ring, plane)),
        GeometryCollection parts => parts.Geometries.Sum(part => Metres(part, plane)),
        _ => 0,
    };

    private static double Along(CoordinateSequence positions, PlaneProjection? plane)
    {
        var sum = 0.0;
        var before = (Longitude: 0.0, Latitude: 0.0);
        for (var i = 0; i < positions.Count; i++)
        {
            var (x, y) = (positions.GetX(i), positions.GetY(i));
            var here = plane?.ToGeographic(x, y) ?? (x, y);
            if (i > 0)
                sum += Metres(before.Longitude, before.Latitude, here.Item1, here.Item2);
            before = here;
        }

        return sum;
    }

    private static (double Sine, double Cosine) Reduced(double latitude)
    {
        var (sine, cosine) = Math.SinCos(latitude * DegreesToRadians);
        sine *= 1 - Ellipsoid.Flattening;
        var length = Math.Sqrt((sine * sine) + (cosine * cosine));
        return (sine / length, cosine / length);
    }

    /// <summary>One pass of Vincenty's iteration: the great-circle arc on the auxiliary sphere; names as in the paper.</summary>
    private readonly record struct Arc(double SineSigma, double CosineSigma, double Sigma, double SineAlpha, double Cosine2SigmaM)
    {
        private double CosineSquaredAlpha => 1 - (SineAlpha * SineAlpha);

        // equations 10 and 11
        public double LongitudeCorrection
        {
            get
            {
                var c = Ellipsoid.Flattening / 16 * CosineSquaredAlpha * (4 + (Ellipsoid.Flattening * (4 - (3 * CosineSquaredAlpha))));
                var inner = Cosine2SigmaM + (c * CosineSigma * (-1 + (2 * Cosine2SigmaM * Cosine2SigmaM)));
                return (1 - c) * Ellipsoid.Flattening * SineAlpha * (Sigma + (c * SineSigma * inner));
            }
        }

        // equations 3, 4, 6 and 19
        public double Length
        {
            get
            {
                var u = CosineSquaredAlpha * Ellipsoid.SecondEccentricitySquared;
                var a = 1 + (u / 16384 * (4096 + (u * (-768 + (u * (320 - (175 * u)))))));
                var b = u / 1024 * (256 + (u * (-128 + (u * (74 - (47 * u))))));
                var square = Cosine2SigmaM * Cosine2SigmaM;
                var first = CosineSigma * (-1 + (2 * square));
                var second = b / 6 * Cosine2SigmaM * (-3 + (4 * SineSigma * SineSigma)) * (-3 + (4 * square));
                return Ellipsoid.SemiMinorAxis * a * (Sigma - (b * SineSigma * (Cosine2SigmaM + (b / 4 * (first - second)))));
            }
        }

        // equations 14 to 18
        public static Arc Between(double sine1, double cosine1, double sine2, double cosine2, double longitude)
        {
            var (sine, cosine) = Math.SinCos(longitude);
            var across = cosine2 * sine;
            var along = (cosine1 * sine2) - (sine1 * cosine2 * cosine);
            var sineSigma = Math.Sqrt((across * across) + (along * along));
            var cosineSigma = (sine1 * sine2) + (cosine1 * cosine2 * cosine);
            var sineAlpha = sineSigma == 0 ? 0 : cosine1 * cosine2 * sine / sineSigma;
            var cosineSquaredAlpha = 1 - (sineAlpha * sineAlpha);
            var middle = cosineSquaredAlpha == 0 ? 0 : cosineSigma - (2 * sine1 * sine2 / cosineSquaredAlpha);
            return new Arc(sineSigma, cosineSigma, Math.Atan2(sineSigma, cosineSigma), sineAlpha, middle);
        }
    }
}
