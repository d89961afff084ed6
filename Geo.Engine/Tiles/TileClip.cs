using System.Runtime.InteropServices;

namespace Geo.Engine.Tiles;

/// <summary>Cuts lines and rings at the edges of a square, in units of the tile. Not to be shared between threads: what it gives is good until the next call.</summary>
/// <param name="least">Left and top edge.</param>
/// <param name="most">Right and bottom edge.</param>
internal sealed class TileClip(double least, double most)
{
    private readonly List<List<TilePlace>> _parts = [];
    private List<TilePlace> _ring = [];
    private List<TilePlace> _other = [];

    /// <summary>Whether a place lies in the square.</summary>
    public bool Holds(TilePlace place) => place.X >= least && place.X <= most && place.Y >= least && place.Y <= most;

    /// <summary>Whether all that lies in a box lies in the square.</summary>
    public bool Holds(in TileBox box) => Holds(box.Least) && Holds(box.Most);

    /// <summary>
    /// A ring, whose last place is its first again, cut at the four edges in turn (I. Sutherland, G. Hodgman, Reentrant polygon clipping, 1974). Where
    /// it falls apart the parts stay joined along the edge, which lies outside of what is drawn. Empty where nothing is left.
    /// </summary>
    public ReadOnlySpan<TilePlace> Ring(ReadOnlySpan<TilePlace> ring)
    {
        _ring.Clear();
        _ring.AddRange(ring[..^1]);
        for (var edge = 0; edge < 4; edge++)
        {
            Cut(edge);
            (_ring, _other) = (_other, _ring);
        }
        if (_ring.Count > 0)
            _ring.Add(_ring[0]);
        return CollectionsMarshal.AsSpan(_ring);
    }

    /// <summary>The parts of a line inside (Y. Liang, B. Barsky, A new concept and method for line clipping, 1984).</summary>
    public IReadOnlyList<List<TilePlace>> Line(ReadOnlySpan<TilePlace> line)
    {
        _parts.Clear();
        for (var i = 1; i < line.Length; i++)
        {
            if (Segment(line[i - 1], line[i]) is not var (from, to))
                continue;
            if (_parts.Count > 0 && _parts[^1][^1] == from)
                _parts[^1].Add(to);
            else
                _parts.Add([from, to]);
        }
        return _parts;
    }

    private (TilePlace From, TilePlace To)? Segment(TilePlace a, TilePlace b)
    {
        var (first, last) = (0.0, 1.0);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        if (!Narrow(-dx, a.X - least) || !Narrow(dx, most - a.X) || !Narrow(-dy, a.Y - least) || !Narrow(dy, most - a.Y))
            return null;
        return (first == 0 ? a : new(a.X + (first * dx), a.Y + (first * dy)), last == 1 ? b : new(a.X + (last * dx), a.Y + (last * dy)));

        bool Narrow(double outwards, double inside)
        {
            if (outwards == 0)
                return inside >= 0;
            var at = inside / outwards;
            if (outwards < 0)
                first = Math.Max(first, at);
            else
                last = Math.Min(last, at);
            return first <= last;
        }
    }

    private void Cut(int edge)
    {
        _other.Clear();
        for (var i = 0; i < _ring.Count; i++)
        {
            var (from, to) = (_ring[i == 0 ? _ring.Count - 1 : i - 1], _ring[i]);
            var (a, b) = (Inside(from, edge), Inside(to, edge));
            if ((a < 0 && b > 0) || (a > 0 && b < 0))
                _other.Add(new(from.X + (a / (a - b) * (to.X - from.X)), from.Y + (a / (a - b) * (to.Y - from.Y))));
            if (b >= 0)
                _other.Add(to);
        }
    }

    private double Inside(TilePlace place, int edge) => edge switch
    {
        0 => place.X - least,
        1 => most - place.X,
        2 => place.Y - least,
        _ => most - place.Y,
    };
}
