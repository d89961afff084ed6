namespace Geo.Engine.Grids;

/// <summary>Walks along the line between two rows of cells and stops at each corner where a border turns or borders meet.</summary>
internal struct CornerScan
{
    private const byte Horizontal = (1 << (int)Direction.Left) | (1 << (int)Direction.Right);
    private const byte Vertical = (1 << (int)Direction.Up) | (1 << (int)Direction.Down);
    private readonly RowRuns<int> _runs;
    private RunCursor _upper;
    private RunCursor _lower;
    private bool _atEnd;

    /// <summary>A walk along the top edge of a row; the row after the last one stands for the bottom edge of the frame.</summary>
    public CornerScan(RowRuns<int> runs, int row)
    {
        _runs = runs;
        _upper = new RunCursor(runs, row - 1);
        _lower = new RunCursor(runs, row);
    }

    /// <summary>Column of the corner.</summary>
    public int Column { get; private set; }

    /// <summary>One bit by <see cref="Direction"/> for each border line.</summary>
    public byte Lines { get; private set; }

    /// <summary>Goes on to the next corner; false when there is none.</summary>
    public bool MoveNext()
    {
        while (!_atEnd)
        {
            var (upperLeft, lowerLeft) = (_upper.Value, _lower.Value);
            Column = Math.Min(_upper.Ends, _lower.Ends);
            _atEnd = Column == _runs.Frame.Columns && _upper.IsStarted && _lower.IsStarted;
            _upper.StepTo(_runs, Column);
            _lower.StepTo(_runs, Column);
            var (upperRight, lowerRight) = (_upper.Value, _lower.Value);
            Lines = (byte)(
                (upperRight != lowerRight ? 1 << (int)Direction.Right : 0)
                | (upperLeft != upperRight ? 1 << (int)Direction.Up : 0)
                | (upperLeft != lowerLeft ? 1 << (int)Direction.Left : 0)
                | (lowerLeft != lowerRight ? 1 << (int)Direction.Down : 0));
            if (Lines is not (0 or Horizontal or Vertical))
                return true;
        }
        return false;
    }
}
