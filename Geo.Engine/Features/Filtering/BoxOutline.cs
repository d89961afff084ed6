using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Features.Filtering;

/// <summary>
/// Boxes of other systems in longitude and latitude. The sides of a box in metres are curves there: they are followed in pieces, and the box is grown by
/// what the pieces cut off, so that all of the box is held, and 8 mm more around one as large as the province.
/// </summary>
/// <param name="system">The system of the boxes.</param>
internal sealed class BoxOutline(CoordinateSystem system)
{
    private const int PiecesPerSide = 64;
    private const double RoundingMetres = 1e-6;
    private const double RoundingDegrees = 1e-11;
    private static readonly GeometryFactory LonLat = new(new PrecisionModel(), CoordinateSystems.Crs84.Srid);

    private readonly Projection _toLonLat = Projection.Between(system, CoordinateSystems.Crs84);
    private readonly Projection _back = Projection.Between(CoordinateSystems.Crs84, system);

    /// <summary>The outline of a box with west not beyond east: a point or line where it has neither width nor height, or only one.</summary>
    public Geometry Of(Extent box)
    {
        if (system.Srid == CoordinateSystems.Crs84.Srid || IsAtEdgeOfWorld(box))
            return Shape(OnTheGlobe(box));
        if (system == CoordinateSystems.WebMercator || (box.Width == 0 && box.Height == 0))
            return Shape(_toLonLat.Transform(box));
        if (box.Width == 0 || box.Height == 0)
            return LonLat.CreateLineString(Side(box.MinX, box.MinY, box.MaxX, box.MaxY).Append((box.MaxX, box.MaxY)).Select(Turned).ToArray());
        return LonLat.CreatePolygon([.. Ring(box.Grow(LargestGap(box) + (system.IsGeographic ? RoundingDegrees : RoundingMetres))).Select(Turned)]);
    }

    // Longitudes begin anew there, and the shift to WGS 84 moves positions across by 200 m.
    private bool IsAtEdgeOfWorld(Extent box) => system.IsGeographic && (box.MinX < -179 || box.MinY < -89 || box.MaxX > 179 || box.MaxY > 89);

    // An edge of the world stays one.
    private Extent OnTheGlobe(Extent box)
    {
        var turned = _toLonLat.Transform(box);
        return new(
            box.MinX <= -180 ? box.MinX : turned.MinX,
            box.MinY <= -90 ? box.MinY : turned.MinY,
            box.MaxX >= 180 ? box.MaxX : turned.MaxX,
            box.MaxY >= 90 ? box.MaxY : turned.MaxY);
    }

    private static Geometry Shape(Extent box) => LonLat.ToGeometry(new Envelope(box.MinX, box.MaxX, box.MinY, box.MaxY));

    // How far, in the system's units, the middle of a straight piece lies from the side it follows.
    private double LargestGap(Extent box) => Ring(box).Zip(Ring(box).Skip(1)).Max(piece =>
    {
        var (from, to) = (Turned(piece.First), Turned(piece.Second));
        var (x, y) = _back.Transform((from.X + to.X) / 2, (from.Y + to.Y) / 2);
        return Math.Max(Math.Abs(x - ((piece.First.X + piece.Second.X) / 2)), Math.Abs(y - ((piece.First.Y + piece.Second.Y) / 2)));
    });

    private static IEnumerable<(double X, double Y)> Ring(Extent box) =>
    [
        .. Side(box.MinX, box.MinY, box.MaxX, box.MinY), .. Side(box.MaxX, box.MinY, box.MaxX, box.MaxY),
        .. Side(box.MaxX, box.MaxY, box.MinX, box.MaxY), .. Side(box.MinX, box.MaxY, box.MinX, box.MinY), (box.MinX, box.MinY),
    ];

    // Without its last corner, which begins the next side.
    private static IEnumerable<(double X, double Y)> Side(double fromX, double fromY, double toX, double toY) =>
        Enumerable.Range(0, PiecesPerSide).Select(i => (double)i / PiecesPerSide).Select(t => ((fromX * (1 - t)) + (toX * t), (fromY * (1 - t)) + (toY * t)));

    private Coordinate Turned((double X, double Y) position)
    {
        var (longitude, latitude) = _toLonLat.Transform(position.X, position.Y);
        return new(longitude, latitude);
    }
}
