namespace Geo.Engine.Grids;

/// <summary>
/// A piece of a line from its upper to its lower end. Two polygons that share the piece in opposite directions get the same segment, and so
/// the same crossings to the last bit.
/// </summary>
internal readonly struct CellSegment
{
    private readonly double _slope;

    public CellSegment(CellPosition a, CellPosition b)
    {
        var downward = a.Y < b.Y || (a.Y == b.Y && a.X <= b.X);
        (Upper, Lower) = downward ? (a, b) : (b, a);
        _slope = (Lower.X - Upper.X) / (Lower.Y - Upper.Y);
    }

    /// <summary>The end with the smaller y.</summary>
    public CellPosition Upper { get; }

    /// <summary>The end with the greater y.</summary>
    public CellPosition Lower { get; }

    /// <summary>Whether both ends have the same y.</summary>
    public bool IsLevel => Upper.Y == Lower.Y;

    /// <summary>The x at a height between the ends; never outside them. For segments that are not level.</summary>
    public double XAt(double y)
    {
        var x = Upper.X + ((y - Upper.Y) * _slope);
        return Math.Clamp(x, Math.Min(Upper.X, Lower.X), Math.Max(Upper.X, Lower.X));
    }
}
