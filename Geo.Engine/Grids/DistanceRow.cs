using System.Numerics;

namespace Geo.Engine.Grids;

/// <summary>The second half of <see cref="DistanceTransform"/>, one row at a time. Holds work space; not to be shared between threads.</summary>
internal sealed class DistanceRow
{
    private readonly GridFrame _frame;
    private readonly NearbyColumns _nearby;
    private readonly LowerEnvelope _envelope;
    private readonly int[] _squares;

    /// <summary>Room for rows of a frame.</summary>
    public DistanceRow(GridFrame frame)
    {
        _frame = frame;
        _nearby = new NearbyColumns(frame.Columns);
        _envelope = new LowerEnvelope(frame.Columns);
        _squares = new int[_nearby.Length];
    }

    /// <summary>Metres to the nearest source.</summary>
    /// <param name="down">Rows to the nearest source in each column, not all without.</param>
    /// <param name="metres">Filled; may be the memory of <paramref name="down"/>.</param>
    public void Fill(ReadOnlySpan<ushort> down, Span<float> metres)
    {
        var squares = _squares.AsSpan(0, _frame.Columns);
        if (!_nearby.TryFill(down, _squares))
            _envelope.Fill(down, squares);
        Root(squares, _frame.CellSizeMetres, metres);
    }

    private static void Root(ReadOnlySpan<int> squares, double cellSizeMetres, Span<float> metres)
    {
        var column = 0;
        for (; column <= squares.Length - Vector<int>.Count; column += Vector<int>.Count)
        {
            Vector.Widen(new Vector<int>(squares[column..]), out var low, out var high);
            var first = Vector.SquareRoot(Vector.ConvertToDouble(low)) * cellSizeMetres;
            var second = Vector.SquareRoot(Vector.ConvertToDouble(high)) * cellSizeMetres;
            Vector.Narrow(first, second).CopyTo(metres[column..]);
        }
        for (; column < squares.Length; column++)
            metres[column] = (float)(Math.Sqrt(squares[column]) * cellSizeMetres);
    }
}
