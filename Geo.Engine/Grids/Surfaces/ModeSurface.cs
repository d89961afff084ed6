namespace Geo.Engine.Grids.Surfaces;

/// <summary>The code with the largest area under each cell, the smaller one on a tie: for a frame coarser than the source.</summary>
public sealed class ModeSurface : Surface
{
    // Areas of two codes that are equal on paper differ in the last digit, by the order they were summed in.
    private const double Tie = 1e-12;

    private readonly Surface _source;
    private readonly AxisOverlap _rows;
    private readonly AxisOverlap _columns;

    /// <summary>Lays a surface on a frame.</summary>
    /// <param name="source">Codes; NaN does not count.</param>
    /// <param name="target">The frame, of the same coordinate system.</param>
    /// <exception cref="ArgumentException">The frames have different coordinate systems.</exception>
    public ModeSurface(Surface source, GridFrame target)
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
        var (under, areas) = (new UnderlyingRows(_source, _rows), new List<(float Code, double Area)>());
        for (var row = firstRow; !cells.IsEmpty; row++, cells = cells[Frame.Columns..])
            if (under.MoveTo(row))
                for (var column = 0; column < Frame.Columns; column++)
                    cells[column] = Mode(under, row, column, areas);
            else
                cells[..Frame.Columns].Fill(float.NaN);
    }

    private float Mode(UnderlyingRows under, int row, int column, List<(float Code, double Area)> areas)
    {
        areas.Clear();
        var down = _rows.Shares(row);
        var across = _columns.Shares(column);
        for (var i = 0; i < down.Length; i++)
        {
            var cells = under.Cells(i, _columns.First(column), across.Length);
            for (var j = 0; j < cells.Length; j++)
                if (!float.IsNaN(cells[j]))
                    Add(areas, cells[j], down[i] * across[j]);
        }
        var (largest, most) = (float.NaN, 0.0);
        foreach (var (code, area) in areas)
            if (area > most + Tie || (area >= most - Tie && code < largest))
                (largest, most) = (code, area);
        return largest;
    }

    private static void Add(List<(float Code, double Area)> areas, float code, double area)
    {
        for (var i = 0; i < areas.Count; i++)
            if (areas[i].Code == code)
            {
                areas[i] = (code, areas[i].Area + area);
                return;
            }
        areas.Add((code, area));
    }
}
