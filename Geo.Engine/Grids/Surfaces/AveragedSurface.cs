namespace Geo.Engine.Grids.Surfaces;

/// <summary>The mean of what lies under each cell, row by row what <see cref="Resampling.Average"/> makes: for a frame coarser than the source.</summary>
public sealed class AveragedSurface : Surface
{
    private readonly Surface _source;
    private readonly AxisOverlap _rows;
    private readonly AxisOverlap _columns;

    /// <summary>Lays a surface on a frame.</summary>
    /// <param name="source">Amounts; NaN does not count.</param>
    /// <param name="target">The frame, of the same coordinate system.</param>
    /// <exception cref="ArgumentException">The frames have different coordinate systems.</exception>
    public AveragedSurface(Surface source, GridFrame target)
        : base(target)
    {
        Resampling.RequireOneSystem(source.Frame, target);
        (_source, _rows, _columns) = (source, AxisOverlap.Rows(source.Frame, target), AxisOverlap.Columns(source.Frame, target));
    }

    /// <inheritdoc/>
    public override int RowsTogether => (int)Math.Clamp(_source.RowsTogether * _source.Frame.CellSizeMetres / Frame.CellSizeMetres, 1, 512);

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells)
    {
        var under = new UnderlyingRows(_source, _rows);
        for (var row = firstRow; !cells.IsEmpty; row++, cells = cells[Frame.Columns..])
            if (under.MoveTo(row))
                for (var column = 0; column < Frame.Columns; column++)
                    cells[column] = Mean(under, row, column);
            else
                cells[..Frame.Columns].Fill(float.NaN);
    }

    private float Mean(UnderlyingRows under, int row, int column)
    {
        var (sum, area) = (0.0, 0.0);
        var down = _rows.Shares(row);
        var across = _columns.Shares(column);
        for (var i = 0; i < down.Length; i++)
        {
            var cells = under.Cells(i, _columns.First(column), across.Length);
            for (var j = 0; j < cells.Length; j++)
            {
                if (float.IsNaN(cells[j]))
                    continue;
                sum += cells[j] * down[i] * across[j];
                area += down[i] * across[j];
            }
        }
        return (float)(sum / area);
    }
}
