using System.Globalization;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Filters;

/// <summary>
/// Builds geometries from brackets and numbers of strangers. Everything that NetTopologySuite would throw at is looked at before: brackets as deep as
/// the type demands, two or three finite numbers to a position, rings closed. Coordinates stay as they are written; nothing is empty.
/// </summary>
internal static class FilterGeometry
{
    /// <summary>Type names of GeoJSON.</summary>
    public static IReadOnlyList<string> Types { get; } = ["Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", Collection];

    /// <summary>The type that holds others.</summary>
    public const string Collection = "GeometryCollection";

    private const int FewestInRing = 4;

    private static readonly GeometryFactory Factory = new();

    /// <summary>A geometry of one of <see cref="Types"/> but a collection.</summary>
    /// <exception cref="FilterException">The coordinates are not those of the type.</exception>
    public static Geometry Build(string type, CoordinateTree coordinates)
    {
        CheckPositions(coordinates);
        return type switch
        {
            "Point" => Factory.CreatePoint(ToPosition(coordinates)),
            "LineString" => ToLine(coordinates),
            "Polygon" => ToPolygon(coordinates),
            "MultiPoint" => Factory.CreateMultiPointFromCoords(ToPositions(coordinates, 1)),
            "MultiLineString" => Factory.CreateMultiLineString([.. Parts(coordinates).Select(ToLine)]),
            "MultiPolygon" => Factory.CreateMultiPolygon([.. Parts(coordinates).Select(ToPolygon)]),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type with coordinates."),
        };
    }

    /// <summary>A collection; its members are no collections themselves.</summary>
    /// <exception cref="FilterException">It is empty, or has too many positions.</exception>
    public static Geometry BuildCollection(IReadOnlyList<Geometry> members, FilterPlace place)
    {
        if (members.Count == 0)
            throw Fault(place, "Tập hợp hình học không được rỗng.", "A collection of geometries may not be empty.");
        return members.Sum(m => m.NumPoints) <= FilterLimits.MostPositions ? Factory.CreateGeometryCollection([.. members]) : throw TooMany(place);
    }

    /// <summary>The two or three numbers of a position.</summary>
    public static IReadOnlyList<double> Ordinates(Coordinate position) => double.IsNaN(position.Z) ? [position.X, position.Y] : [position.X, position.Y, position.Z];

    private static void CheckPositions(CoordinateTree coordinates)
    {
        int count = 0, ordinates = 0;
        foreach (var place in coordinates.Positions())
        {
            if (++count > FilterLimits.MostPositions)
                throw TooMany(place.Place);
            var numbers = place.Position!.Count; // a tree yields only positions here
            if (numbers is not (2 or 3) || (count > 1 && numbers != ordinates))
                throw Fault(place.Place, "Mỗi vị trí phải có 2 số (hoặc đều 3 số nếu có độ cao).", "Each position has two numbers, or all have three with a height.");
            ordinates = numbers;
        }
    }

    private static LineString ToLine(CoordinateTree tree) => Factory.CreateLineString(ToPositions(tree, 2));

    private static Polygon ToPolygon(CoordinateTree tree)
    {
        var rings = Parts(tree).Select(ToRing).ToArray();
        return Factory.CreatePolygon(rings[0], rings[1..]);
    }

    private static LinearRing ToRing(CoordinateTree tree)
    {
        var positions = ToPositions(tree, FewestInRing);
        return positions[0].Equals2D(positions[^1])
            ? Factory.CreateLinearRing(positions)
            : throw Fault(tree.Place, "Vòng của đa giác phải khép kín: vị trí cuối trùng vị trí đầu.", "A ring of a polygon is closed: its last position equals the first.");
    }

    private static Coordinate[] ToPositions(CoordinateTree tree, int fewest)
    {
        var parts = Parts(tree);
        return parts.Count >= fewest ? [.. parts.Select(ToPosition)] : throw Fault(
            tree.Place,
            string.Create(CultureInfo.InvariantCulture, $"Ở đây phải có ít nhất {fewest} vị trí; gặp {parts.Count}."),
            string.Create(CultureInfo.InvariantCulture, $"Here must stand at least {fewest} positions; found {parts.Count}."));
    }

    private static Coordinate ToPosition(CoordinateTree tree) => tree.Position switch
    {
        [var x, var y] => new Coordinate(x, y),
        [var x, var y, var z] => new CoordinateZ(x, y, z),
        _ => throw Fault(tree.Place, "Ở đây phải là một vị trí, không phải danh sách.", "Here must stand a position, not a list."),
    };

    private static IReadOnlyList<CoordinateTree> Parts(CoordinateTree tree)
    {
        if (tree.Position is not null)
            throw Fault(tree.Place, "Ở đây phải là một danh sách, không phải vị trí.", "Here must stand a list, not a position.");
        return tree.Parts.Count > 0 ? tree.Parts : throw Fault(tree.Place, "Hình học không được rỗng.", "A geometry may not be empty.");
    }

    private static FilterException TooMany(FilterPlace place) => Fault(
        place,
        string.Create(CultureInfo.InvariantCulture, $"Hình học có quá {FilterLimits.MostPositions} vị trí."),
        string.Create(CultureInfo.InvariantCulture, $"The geometry has more than {FilterLimits.MostPositions} positions."));

    private static FilterException Fault(FilterPlace place, string vietnamese, string english) => new(place, vietnamese, english);
}
