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
public sealed class TileGeometry(CoordinateSystem system, TileAddress tile, double tolerance = TileGeometry.FineTolerance)
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
    private readonly List<uint> _commands = [];
    private readonly List<TilePlace> _places = [];
    private readonly List<(int X, int Y)> _points = [];
    private (int X, int Y) _pen;
    private TilePlace _least;
    private TilePlace _most;
    private double _size;
    private int _parts;

    /// <summary>The commands of the last geometry drawn.</summary>
    public ReadOnlySpan<uint> Commands => CollectionsMarshal.AsSpan(_commands);

    /// <summary>Draws a geometry.</summary>
    /// <param name="wkb">Well-known binary in which <see cref="WkbScan"/> finds no fault.</param>
    /// <remarks>Of a collection only the parts with the most dimensions are drawn: a feature of a tile is of one type.</remarks>
    public TileShape Draw(ReadOnlySpan<byte> wkb)
    {
        _commands.Clear();
        _points.Clear();
        (_pen, _parts, _size) = (default, 0, 0);
        (_least, _most) = (new(double.PositiveInfinity, double.PositiveInfinity), new(double.NegativeInfinity, double.NegativeInfinity));
        var type = 4;
        while (_parts == 0 && --type > 0)
        {
            var cursor = new WkbCursor(wkb);
            Walk(ref cursor, type);
        }
        DrawPoints();
        return new(type, _size, _least, _most);
    }

    private void Walk(ref WkbCursor cursor, int wanted)
    {
        cursor.ReadByteOrder();
        var type = cursor.ReadType();
        switch (type.Code)
        {
            case WkbType.Point:
                ReadPlace(ref cursor, type);
                if (wanted == 1)
                    AddPoint();
                break;
            case WkbType.LineString:
                ReadPlaces(ref cursor, type);
                if (wanted == 2)
                    DrawLine();
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

    private void AddPoint()
    {
        var place = _places[0];
        if (double.IsNaN(place.X))
            return;
        Measure();
        if (_square.Holds(place))
            _points.Add(((int)Math.Floor(place.X + 0.5), (int)Math.Floor(place.Y + 0.5)));
    }

    private void DrawPoints()
    {
        if (_points.Count == 0)
            return;
        var places = _points.Count == 1 ? _points : [.. _points.Distinct()];
        Command(MoveTo, places.Count);
        places.ForEach(Move);
    }

    private void DrawLine()
    {
        if (_places.Count == 0)
            return;
        Measure();
        for (var i = 1; i < _places.Count; i++)
            _size += Math.Sqrt(Square(_places[i].X - _places[i - 1].X) + Square(_places[i].Y - _places[i - 1].Y));
        foreach (var part in _square.Line(_places))
        {
            _path.SetLine(part);
            if (_path.Places.Count > 1)
                DrawPath();
        }
    }

    private void DrawPolygon(ref WkbCursor cursor, WkbType type, bool isWanted)
    {
        var isDrawn = isWanted;
        var rings = cursor.ReadUInt32();
        for (var ring = 0u; ring < rings; ring++)
        {
            ReadPlaces(ref cursor, type);
            if (ring == 0 && isWanted && _places.Count > 0)
                Measure();
            if (isDrawn)
                isDrawn = DrawRing(isHole: ring > 0) || ring > 0;
        }
    }

    private bool DrawRing(bool isHole)
    {
        if (_places.Count < 4)
            return false;
        _places.RemoveAt(_places.Count - 1);
        _size += (isHole ? -1 : 1) * Area();
        if (!_path.SetRing(_places.TrueForAll(_square.Holds) ? _places : _square.Ring(_places), isHole))
            return false;
        DrawPath();
        Command(ClosePath, 1);
        return true;
    }

    private void DrawPath()
    {
        var places = _path.Places;
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

    private void ReadPlaces(ref WkbCursor cursor, WkbType type)
    {
        _places.Clear();
        for (var left = cursor.ReadUInt32(); left > 0; left--)
            Add(ref cursor, type);
    }

    private void ReadPlace(ref WkbCursor cursor, WkbType type)
    {
        _places.Clear();
        Add(ref cursor, type);
    }

    private void Add(ref WkbCursor cursor, WkbType type)
    {
        _places.Add(_placement.Of(cursor.ReadDouble(), cursor.ReadDouble()));
        cursor.Skip(type.PositionSize - 16);
    }

    /// <summary>Counts the places as a part of the geometry.</summary>
    private void Measure()
    {
        _parts++;
        foreach (var (x, y) in _places)
        {
            _least = new(Math.Min(_least.X, x), Math.Min(_least.Y, y));
            _most = new(Math.Max(_most.X, x), Math.Max(_most.Y, y));
        }
    }

    private double Area()
    {
        var sum = 0.0;
        for (var i = 0; i < _places.Count; i++)
        {
            var (a, b) = (_places[i], _places[i + 1 == _places.Count ? 0 : i + 1]);
            sum += (a.X * b.Y) - (b.X * a.Y);
        }
        return Math.Abs(sum) / 2;
    }

    private static double Square(double value) => value * value;

    private static uint ZigZag(int value) => (uint)((value << 1) ^ (value >> 31));
}
