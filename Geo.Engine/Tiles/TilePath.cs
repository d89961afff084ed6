namespace Geo.Engine.Tiles;

/// <summary>A line or a ring on the whole units of a tile. Not to be shared between threads.</summary>
/// <param name="tolerance">How far, in units, places may lie from the line through those that stay.</param>
internal sealed class TilePath(double tolerance)
{
    private readonly List<(int X, int Y)> _places = [];
    private readonly List<TilePlace> _kept = [];

    /// <summary>The places; a ring's first is not repeated at its end.</summary>
    public IReadOnlyList<(int X, int Y)> Places => _places;

    /// <summary>Takes over a line: without places that lie within the tolerance of the line through those that stay, rounded, without repeats.</summary>
    public void SetLine(List<TilePlace> line)
    {
        Simplify(line);
        Round();
    }

    /// <summary>
    /// Takes over a ring in the same way and turns it: clockwise on the screen, whose rows count downwards, or the other way as a hole. False when
    /// nothing is left of it.
    /// </summary>
    public bool SetRing(List<TilePlace> ring, bool isHole)
    {
        if (ring.Count < 3)
            return false;
        ring.Add(ring[0]);
        SetLine(ring);
        _places.RemoveAt(_places.Count - 1);
        var area = TwiceArea();
        if (_places.Count < 3 || area == 0)
            return false;
        if (area > 0 == isHole)
            _places.Reverse();
        return true;
    }

    // In one pass from the front: what the sector no longer admits makes the place before it stay.
    private void Simplify(List<TilePlace> places)
    {
        _kept.Clear();
        _kept.Add(places[0]);
        var sector = new TileSector(places[0], tolerance);
        for (var i = 1; i < places.Count; i++)
        {
            if (sector.Admits(places[i]))
                continue;
            _kept.Add(places[i - 1]);
            sector = new TileSector(places[i - 1], tolerance);
            sector.Admits(places[i]);
        }
        _kept.Add(places[^1]);
    }

    private void Round()
    {
        _places.Clear();
        foreach (var place in _kept)
        {
            var rounded = ((int)Math.Floor(place.X + 0.5), (int)Math.Floor(place.Y + 0.5));
            if (_places.Count == 0 || _places[^1] != rounded)
                _places.Add(rounded);
        }
    }

    private long TwiceArea()
    {
        var sum = 0L;
        for (var i = 0; i < _places.Count; i++)
        {
            var (a, b) = (_places[i], _places[i + 1 == _places.Count ? 0 : i + 1]);
            sum += ((long)a.X * b.Y) - ((long)b.X * a.Y);
        }
        return sum;
    }
}
