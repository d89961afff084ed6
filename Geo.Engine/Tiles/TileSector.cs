namespace Geo.Engine.Tiles;

/// <summary>
/// The directions from a place in which a straight line passes all places seen since within a tolerance.
/// </summary>
/// <remarks>
/// Source: Z. Zhao, A. Saalfeld, Linear-time sleeve-fitting polyline simplification algorithms, 1997. A place nearer than one before it is not admitted, so that
/// a line that turns back keeps its tip.
/// </remarks>
/// <param name="from">The place the line starts at.</param>
/// <param name="tolerance">Greater than 0.</param>
internal struct TileSector(TilePlace from, double tolerance)
{
    private TilePlace _low;
    private TilePlace _high;
    private double _farthest;
    private bool _isBounded;

    /// <summary>Whether a line to this place passes all since; if so the sector is narrowed to what passes this one too. The first is always admitted.</summary>
    public bool Admits(TilePlace place)
    {
        var (dx, dy) = (place.X - from.X, place.Y - from.Y);
        var square = (dx * dx) + (dy * dy);
        var direction = new TilePlace(dx, dy);
        if (square < _farthest || (_isBounded && (Cross(_low, direction) < 0 || Cross(direction, _high) < 0)))
            return false;
        _farthest = square;
        if (square > tolerance * tolerance)
            Narrow(dx, dy, tolerance / Math.Sqrt(square));
        return true;
    }

    // The two tangents to the circle of the tolerance around the place.
    private void Narrow(double dx, double dy, double sine)
    {
        var cosine = Math.Sqrt(1 - (sine * sine));
        var low = new TilePlace((dx * cosine) + (dy * sine), (dy * cosine) - (dx * sine));
        var high = new TilePlace((dx * cosine) - (dy * sine), (dy * cosine) + (dx * sine));
        _low = !_isBounded || Cross(_low, low) > 0 ? low : _low;
        _high = !_isBounded || Cross(high, _high) > 0 ? high : _high;
        _isBounded = true;
    }

    private static double Cross(TilePlace a, TilePlace b) => (a.X * b.Y) - (a.Y * b.X);
}
