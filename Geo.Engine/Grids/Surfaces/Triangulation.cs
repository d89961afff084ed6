using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>The Delaunay triangles of stations, counter-clockwise, with neighbours and circles. Coordinates are counted from the first station.</summary>
internal sealed class Triangulation
{
    /// <summary>Stands for no triangle.</summary>
    public const int None = -1;

    private readonly (double X, double Y) _origin;
    private readonly List<(double X, double Y)> _places = [];
    private readonly List<double> _values = [];
    private readonly List<(int A, int B, int C)> _corners = [];
    private readonly List<(double X, double Y, double Square)> _circles = [];
    private readonly int[] _neighbours;

    /// <summary>Triangulates.</summary>
    public Triangulation(IReadOnlyList<StationValue> stations)
    {
        _origin = stations.Count == 0 ? (0, 0) : (stations[0].X, stations[0].Y);
        var indices = new Dictionary<(double, double), int>();
        foreach (var group in stations.GroupBy(s => (s.X - _origin.X, s.Y - _origin.Y)))
        {
            indices[group.Key] = _places.Count;
            _places.Add(group.Key);
            _values.Add(group.Average(s => (double)s.Value));
        }
        foreach (var triangle in Delaunay())
            Add(triangle, indices);
        _neighbours = Neighbours();
    }

    /// <summary>Number of triangles.</summary>
    public int Count => _corners.Count;

    /// <summary>A position counted from the first station.</summary>
    public (double X, double Y) Local(double x, double y) => (x - _origin.X, y - _origin.Y);

    /// <summary>Place of a station.</summary>
    public (double X, double Y) Place(int station) => _places[station];

    /// <summary>Value of a station.</summary>
    public double Value(int station) => _values[station];

    /// <summary>One of the three corners of a triangle.</summary>
    public int Corner(int triangle, int corner) => corner switch
    {
        0 => _corners[triangle].A,
        1 => _corners[triangle].B,
        _ => _corners[triangle].C,
    };

    /// <summary>The triangle beyond the side that begins at a corner; <see cref="None"/> at the hull.</summary>
    public int Beyond(int triangle, int corner) => _neighbours[(3 * triangle) + corner];

    /// <summary>Centre of the circle through a triangle's corners.</summary>
    public (double X, double Y) Centre(int triangle) => (_circles[triangle].X, _circles[triangle].Y);

    /// <summary>Whether a place lies inside that circle.</summary>
    public bool CircleHolds(int triangle, (double X, double Y) place)
    {
        var (x, y, square) = _circles[triangle];
        return ((place.X - x) * (place.X - x)) + ((place.Y - y) * (place.Y - y)) < square;
    }

    /// <summary>Twice the area of a triangle, positive counter-clockwise.</summary>
    public static double Turn((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));

    /// <summary>Centre of the circle through three places; not finite when they lie in one line.</summary>
    public static (double X, double Y) Circumcentre((double X, double Y) a, (double X, double Y) b, (double X, double Y) c)
    {
        var (bx, by, cx, cy) = (b.X - a.X, b.Y - a.Y, c.X - a.X, c.Y - a.Y);
        var (bb, cc) = ((bx * bx) + (by * by), (cx * cx) + (cy * cy));
        var turn = 2 * ((bx * cy) - (by * cx));
        return (a.X + (((cy * bb) - (by * cc)) / turn), a.Y + (((bx * cc) - (cx * bb)) / turn));
    }

    private IEnumerable<Coordinate[]> Delaunay()
    {
        if (_places.Count < 3)
            return [];
        var builder = new DelaunayTriangulationBuilder();
        builder.SetSites([.. _places.Select(p => new Coordinate(p.X, p.Y))]);
        var triangles = builder.GetTriangles(GeometryFactory.Default);
        return Enumerable.Range(0, triangles.NumGeometries).Select(i => triangles.GetGeometryN(i).Coordinates);
    }

    private void Add(Coordinate[] ring, Dictionary<(double X, double Y), int> indices)
    {
        var (a, b, c) = (indices[(ring[0].X, ring[0].Y)], indices[(ring[1].X, ring[1].Y)], indices[(ring[2].X, ring[2].Y)]);
        var turn = Turn(_places[a], _places[b], _places[c]);
        if (turn == 0)
            return;
        if (turn < 0)
            (b, c) = (c, b);
        var centre = Circumcentre(_places[a], _places[b], _places[c]);
        var (x, y) = (_places[a].X - centre.X, _places[a].Y - centre.Y);
        _corners.Add((a, b, c));
        _circles.Add((centre.X, centre.Y, (x * x) + (y * y)));
    }

    private int[] Neighbours()
    {
        var sides = new Dictionary<(int From, int To), int>();
        for (var triangle = 0; triangle < Count; triangle++)
            for (var corner = 0; corner < 3; corner++)
                sides[(Corner(triangle, corner), Corner(triangle, (corner + 1) % 3))] = triangle;
        return [.. Enumerable.Range(0, 3 * Count).Select(side =>
            sides.GetValueOrDefault((Corner(side / 3, (side + 1) % 3), Corner(side / 3, side % 3)), None))];
    }
}
