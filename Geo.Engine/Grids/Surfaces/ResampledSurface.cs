namespace Geo.Engine.Grids.Surfaces;

/// <summary>A surface on another frame of its coordinate system, row by row what <see cref="Resampling"/> makes of a whole grid.</summary>
public sealed class ResampledSurface : Surface
{
    private readonly Surface _source;
    private readonly ResamplingRule _rule;
    private readonly AxisPosition _rows;
    private readonly AxisPosition _columns;

    /// <summary>Lays a surface on a frame.</summary>
    /// <param name="source">The surface.</param>
    /// <param name="target">The frame, of the same coordinate system.</param>
    /// <param name="rule">How values are carried over. Codes of categories are only ever carried by <see cref="ResamplingRule.Nearest"/>.</param>
    /// <exception cref="ArgumentException">The frames have different coordinate systems.</exception>
    public ResampledSurface(Surface source, GridFrame target, ResamplingRule rule)
        : base(target)
    {
        Resampling.RequireOneSystem(source.Frame, target);
        (_source, _rule) = (source, rule);
        (_rows, _columns) = (AxisPosition.Rows(source.Frame, target), AxisPosition.Columns(source.Frame, target));
    }

    /// <inheritdoc/>
    public override int RowsTogether => (int)Math.Clamp(_source.RowsTogether * _source.Frame.CellSizeMetres / Frame.CellSizeMetres, 1, 512);

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells)
    {
        var window = new RowWindow(_source);
        for (var row = firstRow; !cells.IsEmpty; row++, cells = cells[Frame.Columns..])
            Fill(row, window, cells[..Frame.Columns]);
    }

    private void Fill(int row, RowWindow window, Span<float> cells)
    {
        if (_rows.Lower(row) < 0)
        {
            cells.Fill(float.NaN);
            return;
        }
        if (_rule == ResamplingRule.Nearest)
        {
            Resampling.FillNearest(window.Row(_rows.Nearest(row)), _columns, cells);
            return;
        }
        var upper = window.Row(_rows.Lower(row));
        var lower = _rows.Part(row) == 0 ? upper : window.Row(_rows.Lower(row) + 1);
        if (_rule == ResamplingRule.Bilinear)
            Resampling.FillBetween<StrictMean>(upper, lower, _rows.Part(row), _columns, cells);
        else
            Resampling.FillBetween<MeanOfValid>(upper, lower, _rows.Part(row), _columns, cells);
    }
}
