using System.Runtime.InteropServices;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Tiles;

/// <summary>
/// Draws geometries into a tile, straight from well-known binary: places in whole units from its top left corner, as commands of Mapbox Vector Tile 2.1,
/// section 4.3. Outer rings turn clockwise on the screen, holes the other way; what shrinks to nothing is left out. Not to be shared between threads.
/// </summary>
/// <param name="system">The system of the geometries.</param>
/// <param name="tile">The tile.</param>
/// <param name="tolerance">How far, in units, places may lie from the line through those that stay, greater than 0.</param>
public sealed class TileGeometry(CoordinateSystem system, TileAddress tile, double tolerance = TileGeometry.FineTolerance) : IDisposable
{
    /// <summary>Half a unit: what lies nearer cannot be told from the line.</summary>
    public const double FineTolerance = 0.5;

    /// <summary>Three units, the fifth part of a pixel: for tiles that are generalised.</summary>
    public const double CoarseTolerance = 3;

    /// <summary>Units on a side of a tile.</summary>
    public const int Units = 4096;

    /// <summary>Units beyond the edges that are kept, so that lines and labels meet those of the next tile.</summary>
    public const int Margin = 256;

    private const uint MoveTo = 1;
    private const uint LineTo = 2;
    private const uint ClosePath = 7;

    private readonly TilePlacement _placement = new(system, tile);
    private readonly TileClip _square = new(-Margin, Units + Margin);
    private readonly TilePath _path = new(tolerance);
    private readonly TileBuffer<uint> _commands = new();
    private readonly TileBuffer<TilePlace> _places = new();
    private readonly List<(int X, int Y)> _points = [];
    private (int X, int Y) _pen;
    private TileBox _box;
    private double _size;
    private int _parts;

    /// <summary>The commands of the last geometry drawn.</summary>
    public ReadOnlySpan<uint> Commands => _commands.Items;

    /// <summary>Draws a geometry.</summary>
    /// <param name="wkb">Well-known binary in which neither <see cref="WkbScan"/> nor <see cref="WkbRings"/> finds a fault.</param>
    /// <remarks>Of a collection only the parts with the most dimensions are drawn: a feature of a tile is of one type.</remarks>
    public TileShape Draw(ReadOnlySpan<byte> wkb)
    {
        _commands.Clear();
        _points.Clear();
        (_pen, _parts, _size, _box) = (default, 0, 0, TileBox.Empty);
        var type = 4;
        while (_parts == 0 && --type > 0)
        {
            var cursor = new WkbCursor(wkb);
            Walk(ref cursor, type);
        }
        DrawPoints();
        return new(type, _size, _box.Least, _box.Most);
    }

    /// <summary>Gives its memory back.</summary>
    public void Dispose()
    {
        _path.Dispose();
        _commands.Dispose();
        _places.Dispose();
    }

    private void Walk(ref WkbCursor cursor, int wanted)
    {
        cursor.ReadByteOrder();
        var type = cursor.ReadType();
        switch (type.Code)
        {
            case WkbType.Point:
                AddPoint(cursor.ReadPositions(1, type), wanted == 1);
                break;
            case WkbType.LineString:
                DrawLine(cursor.ReadPositions(cursor.ReadUInt32(), type), wanted == 2);
                break;
            case WkbType.Polygon:
                DrawPolygon(ref cursor, type, wanted == 3);
                break;
            default:
                for (var left = cursor.ReadUInt32(); left > 0; left--)
                    Walk(ref cursor, wanted);
                break;
        }
    }

    private void AddPoint(in WkbPositions position, bool isWanted)
    {
        if (!isWanted || double.IsNaN(position.X(0)))
            return;
        var places = Places(position);
        Measure(places);
        if (_square.Holds(places[0]))
            _points.Add(((int)Math.Floor(places[0].X + 0.5), (int)Math.Floor(places[0].Y + 0.5)));
    }

    private void DrawPoints()
    {
        if (_points.Count == 0)
            return;
        var places = _points.Count == 1 ? _points : [.. _points.Distinct()];
        Draw(MoveTo, CollectionsMarshal.AsSpan(places));
    }

    private void DrawLine(in WkbPositions positions, bool isWanted)
    {
        if (!isWanted || positions.Count == 0)
            return;
        var places = Places(positions);
        for (var i = 1; i < places.Length; i++)
            _size += Math.Sqrt(Square(places[i].X - places[i - 1].X) + Square(places[i].Y - places[i - 1].Y));
        if (_square.Holds(Measure(places)))
        {
            DrawPart(places);
            return;
        }
        foreach (var part in _square.Line(places))
            DrawPart(CollectionsMarshal.AsSpan(part));
    }

    private void DrawPart(ReadOnlySpan<TilePlace> part)
    {
        _path.SetLine(part);
        if (_path.Places.Length > 1)
            DrawPath();
    }

    private void DrawPolygon(ref WkbCursor cursor, WkbType type, bool isWanted)
    {
        var isDrawn = isWanted;
        var rings = cursor.ReadUInt32();
        for (var ring = 0u; ring < rings; ring++)
        {
            var positions = cursor.ReadPositions(cursor.ReadUInt32(), type);
            if (isDrawn)
                isDrawn = DrawRing(positions, isHole: ring > 0) || ring > 0;
        }
    }

    private bool DrawRing(in WkbPositions positions, bool isHole)
    {
        var places = Places(positions);
        if (places.IsEmpty)
            return false;
        var box = isHole ? TileBox.Around(places) : Measure(places);
        _size += (isHole ? -1 : 1) * Area(places);
        if (!_path.SetRing(_square.Holds(box) ? places : _square.Ring(places), isHole))
            return false;
        DrawPath();
        _commands.Add(Command(ClosePath, 1));
        return true;
    }

    private void DrawPath()
    {
        Draw(MoveTo, _path.Places[..1]);
        Draw(LineTo, _path.Places[1..]);
    }

    /// <summary>One command with its places.</summary>
    private void Draw(uint command, ReadOnlySpan<(int X, int Y)> places)
    {
        var numbers = _commands.Room(1 + (2 * places.Length))[..(1 + (2 * places.Length))];
        numbers[0] = Command(command, places.Length);
        var at = 1;
        foreach (var to in places)
        {
            (numbers[at], numbers[at + 1]) = (ZigZag(to.X - _pen.X), ZigZag(to.Y - _pen.Y));
            at += 2;
            _pen = to;
        }
        _commands.Advance(at);
    }

    /// <summary>The places of positions, good until the next are asked for.</summary>
    private ReadOnlySpan<TilePlace> Places(in WkbPositions positions)
    {
        _places.Clear();
        var places = _places.Room(positions.Count)[..positions.Count];
        positions.CopyTo(MemoryMarshal.Cast<TilePlace, double>(places));
        _placement.Place(places);
        return places;
    }

    /// <summary>Counts places as a part of the geometry; their box.</summary>
    private TileBox Measure(ReadOnlySpan<TilePlace> places)
    {
        _parts++;
        var box = TileBox.Around(places);
        _box = _box.With(box);
        return box;
    }

    private static double Area(ReadOnlySpan<TilePlace> ring)
    {
        var sum = 0.0;
        for (var i = 1; i < ring.Length; i++)
            sum += (ring[i - 1].X * ring[i].Y) - (ring[i].X * ring[i - 1].Y);
        return Math.Abs(sum) / 2;
    }

    private static double Square(double value) => value * value;

    private static uint Command(uint command, int count) => command | ((uint)count << 3);

    private static uint ZigZag(int value) => (uint)((value << 1) ^ (value >> 31));
}
