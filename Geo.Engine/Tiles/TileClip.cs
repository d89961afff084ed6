using NetTopologySuite.Geometries;

namespace Geo.Engine.Tiles;

/// <summary>Cuts lines and rings at the edges of a square, in units of the tile.</summary>
/// <param name="Least">Left and top edge.</param>
/// <param name="Most">Right and bottom edge.</param>
internal readonly record struct TileClip(double Least, double Most)
{
    /// <summary>Whether a place lies in the square.</summary>
    public bool Holds(Coordinate place) => place.X >= Least && place.X <= Most && place.Y >= Least && place.Y <= Most;

    /// <summary>
    /// A ring (closed, or its last place left out) cut at the four edges in turn (I. Sutherland, G. Hodgman, Reentrant polygon clipping, 1974). Where it falls apart
    /// the parts stay joined along the edge, which lies outside of what is drawn.
    /// </summary>
    public List<Coordinate> Ring(List<Coordinate> ring)
    {
        var (least, most) = (Least, Most);
        if (ring.TrueForAll(Holds))
            return ring;
        ring = Cut(ring, p => p.X - least);
        ring = Cut(ring, p => most - p.X);
        ring = Cut(ring, p => p.Y - least);
        return Cut(ring, p => most - p.Y);
    }

    /// <summary>The parts of a line inside (Y. Liang, B. Barsky, A new concept and method for line clipping, 1984).</summary>
    public List<List<Coordinate>> Line(List<Coordinate> line)
    {
        var parts = new List<List<Coordinate>>();
        for (var i = 1; i < line.Count; i++)
        {
            if (Segment(line[i - 1], line[i]) is not var (from, to))
                continue;
            if (parts.Count > 0 && parts[^1][^1].Equals2D(from))
                parts[^1].Add(to);
            else
                parts.Add([from, to]);
        }
        return parts;
    }

    private (Coordinate From, Coordinate To)? Segment(Coordinate a, Coordinate b)
    {
        var (first, last) = (0.0, 1.0);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        if (!Narrow(-dx, a.X - Least) || !Narrow(dx, Most - a.X) || !Narrow(-dy, a.Y - Least) || !Narrow(dy, Most - a.Y))
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

    private static List<Coordinate> Cut(List<Coordinate> ring, Func<Coordinate, double> inside)
    {
        var result = new List<Coordinate>(ring.Count + 4);
        for (var i = 0; i < ring.Count; i++)
        {
            var (from, to) = (ring[(i + ring.Count - 1) % ring.Count], ring[i]);
            var (a, b) = (inside(from), inside(to));
            if ((a < 0 && b > 0) || (a > 0 && b < 0))
                result.Add(new(from.X + (a / (a - b) * (to.X - from.X)), from.Y + (a / (a - b) * (to.Y - from.Y))));
            if (b >= 0)
                result.Add(to);
        }
        return result;
    }
}
