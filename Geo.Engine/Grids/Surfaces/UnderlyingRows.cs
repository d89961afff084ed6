namespace Geo.Engine.Grids.Surfaces;

/// <summary>The rows of a surface under each row of another frame, read as they are needed. Not to be shared between threads.</summary>
/// <param name="source">The surface.</param>
/// <param name="rows">Which of its rows lie under each row of the frame.</param>
internal sealed class UnderlyingRows(Surface source, AxisOverlap rows)
{
    private float[] _cells = [];

    /// <summary>Turns to a row of the frame; false when no row lies under it.</summary>
    public bool MoveTo(int row)
    {
        var count = rows.Shares(row).Length;
        if (_cells.Length != count * source.Frame.Columns)
            _cells = new float[count * source.Frame.Columns];
        if (count > 0)
            source.Read(rows.First(row), _cells);
        return count > 0;
    }

    /// <summary>Some cells of one of the rows, counted from the first of them.</summary>
    public ReadOnlySpan<float> Cells(int row, int firstColumn, int count) => _cells.AsSpan((row * source.Frame.Columns) + firstColumn, count);
}
