namespace Geo.Engine.Grids.Surfaces;

/// <summary>
/// What a new place would clear away of a triangulation: the triangles whose circles hold it. The stations on their rim are its natural neighbours. Goes from place to place, beginning each search
/// where the last one ended. Not to be shared between threads.
/// </summary>
internal sealed class Cavity(Triangulation triangles)
{
    private readonly List<int> _inside = [];
    private int _last;

    /// <summary>The interpolated value, found from the first triangle on, so that it depends on nothing that was asked before; NaN outside the hull.</summary>
    public float ValueFromAnywhere(double x, double y)
    {
        _last = 0;
        return Value(x, y);
    }

    /// <summary>The interpolated value; NaN outside the hull.</summary>
    public float Value(double x, double y)
    {
        var place = triangles.Local(x, y);
        var holder = Holder(place);
        if (holder == Triangulation.None)
            return float.NaN;
        for (var corner = 0; corner < 3; corner++)
            if (triangles.Place(triangles.Corner(holder, corner)) == place)
                return (float)triangles.Value(triangles.Corner(holder, corner));
        Clear(holder, place);
        var (sum, area) = (0.0, 0.0);
        foreach (var triangle in _inside)
            for (var corner = 0; corner < 3; corner++)
                if (!IsInside(triangles.Beyond(triangle, corner)))
                {
                    var share = Taken(triangle, corner, place);
                    sum += share * triangles.Value(triangles.Corner(triangle, corner));
                    area += share;
                }
        var value = sum / area;
        return double.IsFinite(value) ? (float)value : OnHull(holder, place);
    }

    private bool IsInside(int triangle) => triangle != Triangulation.None && _inside.Contains(triangle);

    // Walks towards the place over the first side that it lies beyond. Without rounding the walk always ends; with it, the limit sends it to a look at all.
    private int Holder((double X, double Y) place)
    {
        if (triangles.Count == 0)
            return Triangulation.None;
        var at = _last;
        for (var steps = 0; steps <= triangles.Count; steps++)
        {
            var side = SideBeyond(at, place);
            if (side < 0)
                return _last = at;
            var next = triangles.Beyond(at, side);
            if (next == Triangulation.None)
                return Triangulation.None;
            at = next;
        }
        return Enumerable.Range(0, triangles.Count).FirstOrDefault(t => SideBeyond(t, place) < 0, Triangulation.None);
    }

    private int SideBeyond(int triangle, (double X, double Y) place)
    {
        for (var corner = 0; corner < 3; corner++)
        {
            var (from, to) = (triangles.Place(triangles.Corner(triangle, corner)), triangles.Place(triangles.Corner(triangle, (corner + 1) % 3)));
            if (Triangulation.Turn(from, to, place) < 0)
                return corner;
        }
        return -1;
    }

    // From neighbour to neighbour, so that rounding never leaves a hole or an island.
    private void Clear(int holder, (double X, double Y) place)
    {
        _inside.Clear();
        _inside.Add(holder);
        for (var i = 0; i < _inside.Count; i++)
            for (var corner = 0; corner < 3; corner++)
                if (triangles.Beyond(_inside[i], corner) is >= 0 and var next && !_inside.Contains(next) && triangles.CircleHolds(next, place))
                    _inside.Add(next);
    }

    /// <summary>Twice the ground taken over from the station at a corner where a side of the rim begins.</summary>
    private double Taken(int triangle, int corner, (double X, double Y) place)
    {
        var station = triangles.Corner(triangle, corner);
        var here = triangles.Place(station);
        var first = Triangulation.Circumcentre(place, here, triangles.Place(triangles.Corner(triangle, (corner + 1) % 3)));
        // The station's old corners, from this side of the rim round to the one before it.
        var (area, last, at) = (0.0, triangles.Centre(triangle), triangle);
        area += Triangulation.Turn(place, first, last);
        int side;
        for (side = Before(at, station); IsInside(triangles.Beyond(at, side)); side = Before(at, station))
        {
            at = triangles.Beyond(at, side);
            var next = triangles.Centre(at);
            area += Triangulation.Turn(place, last, next);
            last = next;
        }
        var end = Triangulation.Circumcentre(place, triangles.Place(triangles.Corner(at, side)), here);
        area += Triangulation.Turn(place, last, end);
        return Math.Abs(area + Triangulation.Turn(place, end, first));
    }

    // The side that ends at a station.
    private int Before(int triangle, int station)
    {
        for (var corner = 0; corner < 3; corner++)
            if (triangles.Corner(triangle, (corner + 1) % 3) == station)
                return corner;
        throw new InvalidOperationException("the triangle does not have this station");
    }

    // On the hull the ground taken over has no end, and only the two stations of the side count: linear between them.
    private float OnHull(int triangle, (double X, double Y) place)
    {
        var (a, b, c) = (triangles.Corner(triangle, 0), triangles.Corner(triangle, 1), triangles.Corner(triangle, 2));
        var (pa, pb, pc) = (triangles.Place(a), triangles.Place(b), triangles.Place(c));
        var whole = Triangulation.Turn(pa, pb, pc);
        return (float)(((Triangulation.Turn(pb, pc, place) * triangles.Value(a)) + (Triangulation.Turn(pc, pa, place) * triangles.Value(b)) + (Triangulation.Turn(pa, pb, place) * triangles.Value(c))) / whole);
    }
}
