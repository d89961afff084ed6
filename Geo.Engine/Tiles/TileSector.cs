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
        if (square < _farthest)
            return false;
        if (_isBounded && ((_low.X * dy) - (_low.Y * dx) < 0 || (dx * _high.Y) - (dy * _high.X) < 0))
            return false;
        _farthest = square;
        if (square > tolerance * tolerance)
            Narrow(dx, dy, Math.Sqrt(square - (tolerance * tolerance)));
        return true;
    }

    // The two tangents to the circle of the tolerance around the place, so long that they need not be divided by anything.
    private void Narrow(double dx, double dy, double reach)
    {
        var low = new TilePlace((dx * reach) + (dy * tolerance), (dy * reach) - (dx * tolerance));
        var high = new TilePlace((dx * reach) - (dy * tolerance), (dy * reach) + (dx * tolerance));
        if (!_isBounded || Cross(_low, low) > 0)
            _low = low;
        if (!_isBounded || Cross(high, _high) > 0)
            _high = high;
        _isBounded = true;
    }

    private static double Cross(TilePlace a, TilePlace b) => (a.X * b.Y) - (a.Y * b.X);
}
