using NetTopologySuite.Geometries;

namespace Geo.Engine.Tiles;

/// <summary>
/// Draws geometries into a tile: places in whole units from its top left corner, as commands of Mapbox Vector Tile 2.1, section 4.3. Outer rings
/// turn clockwise on the screen, holes the other way; what shrinks to nothing is left out. Not to be shared between threads.
/// </summary>
/// <param name="tile">The tile.</param>
public sealed class TileGeometry(TileAddress tile)
{
    /// <summary>Units on a side of a tile.</summary>
    public const int Units = 4096;

    /// <summary>Units beyond the edges that are kept, so that lines and labels meet those of the next tile.</summary>
    public const int Margin = 256;

    private const uint MoveTo = 1;
    private const uint LineTo = 2;
    private const uint ClosePath = 7;

    private static readonly TileClip Square = new(-Margin, Units + Margin);

    private readonly List<uint> _commands = [];
    private (int X, int Y) _pen;

    /// <summary>The commands of the last geometry drawn.</summary>
    public IReadOnlyList<uint> Commands => _commands;

    /// <summary>Draws a geometry in longitude and latitude; 1 for points, 2 for lines, 3 for polygons, 0 when nothing of it is in the tile.</summary>
    /// <remarks>Of a collection only the parts with the most dimensions are drawn: a feature of a tile is of one type.</remarks>
    public int Draw(Geometry geometry)
    {
        _commands.Clear();
        _pen = default;
        var type = (int)geometry.Dimension + 1;
        var parts = Parts(geometry).Where(p => (int)p.Dimension + 1 == type);
        if (type == 1)
            Points(parts);
        else
        {
            foreach (var part in parts)
                DrawPart(part);
        }
        return _commands.Count == 0 ? 0 : type;
    }

    private static IEnumerable<Geometry> Parts(Geometry geometry) => geometry is GeometryCollection collection
        ? collection.Geometries.SelectMany(Parts)
        : geometry.IsEmpty ? [] : [geometry];

    private void DrawPart(Geometry part)
    {
        if (part is Polygon polygon)
            Polygon(polygon);
        else
            Line(part);
    }

    private void Points(IEnumerable<Geometry> points)
    {
        var places = points.Select(p => Place(p.Coordinate)).Where(Square.Holds).Select(Rounded).Distinct().ToList();
        if (places.Count == 0)
            return;
        Command(MoveTo, places.Count);
        places.ForEach(Move);
    }

    private void Line(Geometry line)
    {
        foreach (var part in Square.Line(Places(((LineString)line).CoordinateSequence)))
        {
            var places = WithoutRepeats(part.ConvertAll(Rounded));
            if (places.Count > 1)
                Path(places);
        }
    }

    private void Polygon(Polygon polygon)
    {
        if (!Ring(polygon.Shell, isHole: false))
            return;
        foreach (var hole in polygon.Holes)
            Ring(hole, isHole: true);
    }

    private bool Ring(LinearRing ring, bool isHole)
    {
        var places = Places(ring.CoordinateSequence);
        places.RemoveAt(places.Count - 1);
        var rounded = WithoutRepeats(Square.Ring(places).ConvertAll(Rounded));
        if (rounded.Count > 1 && rounded[0] == rounded[^1])
            rounded.RemoveAt(rounded.Count - 1);
        var area = TwiceArea(rounded);
        if (rounded.Count < 3 || area == 0)
            return false;
        if (area > 0 == isHole)
            rounded.Reverse();
        Path(rounded);
        Command(ClosePath, 1);
        return true;
    }

    private void Path(List<(int X, int Y)> places)
    {
        Command(MoveTo, 1);
        Move(places[0]);
        Command(LineTo, places.Count - 1);
        for (var i = 1; i < places.Count; i++)
            Move(places[i]);
    }

    private void Command(uint command, int count) => _commands.Add(command | ((uint)count << 3));

    private void Move((int X, int Y) to)
    {
        _commands.Add(ZigZag(to.X - _pen.X));
        _commands.Add(ZigZag(to.Y - _pen.Y));
        _pen = to;
    }

    private List<Coordinate> Places(CoordinateSequence positions)
    {
        var places = new List<Coordinate>(positions.Count);
        for (var i = 0; i < positions.Count; i++)
            places.Add(Place(new Coordinate(positions.GetX(i), positions.GetY(i))));
        return places;
    }

    // The poles lie at infinity in Mercator; far outside of every tile is near enough.
    private Coordinate Place(Coordinate position)
    {
        var (column, row) = tile.Set.Place(position.X, Math.Clamp(position.Y, -89.999999, 89.999999), tile.Zoom);
        return new Coordinate((column - tile.Column) * Units, (row - tile.Row) * Units);
    }

    private static (int X, int Y) Rounded(Coordinate place) => ((int)Math.Floor(place.X + 0.5), (int)Math.Floor(place.Y + 0.5));

    private static List<(int X, int Y)> WithoutRepeats(List<(int X, int Y)> places)
    {
        var kept = 0;
        for (var i = 0; i < places.Count; i++)
        {
            if (i == 0 || places[i] != places[kept - 1])
                places[kept++] = places[i];
        }
        places.RemoveRange(kept, places.Count - kept);
        return places;
    }

    /// <summary>Positive when the ring turns clockwise on a screen, whose rows count downwards.</summary>
    private static long TwiceArea(List<(int X, int Y)> ring)
    {
        var sum = 0L;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            sum += ((long)a.X * b.Y) - ((long)b.X * a.Y);
        }
        return sum;
    }

    private static uint ZigZag(int value) => (uint)((value << 1) ^ (value >> 31));
}
