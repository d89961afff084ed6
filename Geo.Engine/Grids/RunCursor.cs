namespace Geo.Engine.Grids;

/// <summary>Walks along the runs of one row from the edge of the frame to the other; before, behind, above and below it all is label 0.</summary>
internal struct RunCursor
{
    private readonly int _row;
    private readonly bool _isOutside;
    private int _run;

    /// <summary>Stands left of the frame, in a run that ends at column 0.</summary>
    public RunCursor(RowRuns<int> runs, int row)
    {
        _row = row;
        _isOutside = row < 0 || row >= runs.Frame.Rows;
        _run = _isOutside ? 0 : runs.RowStart(row) - 1;
    }

    /// <summary>Label of the run.</summary>
    public int Value { get; private set; }

    /// <summary>The column after the last one of the run.</summary>
    public int Ends { get; private set; }

    /// <summary>Whether the walk has entered the frame.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Goes on to the next run if this one ends at the column.</summary>
    public void StepTo(RowRuns<int> runs, int column)
    {
        if (Ends != column)
            return;
        if (_isOutside || (IsStarted && column == runs.Frame.Columns))
        {
            (Value, Ends, IsStarted) = (0, runs.Frame.Columns, true);
            return;
        }
        _run++;
        (Value, Ends, IsStarted) = (runs.Values[_run], runs.End(_row, _run), true);
    }
}
