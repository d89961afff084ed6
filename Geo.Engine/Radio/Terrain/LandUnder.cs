using Geo.Engine.Grids;

namespace Geo.Engine.Radio.Terrain;

/// <summary>What lies under the centres of the cells of another frame: rows and columns are looked up once, not once for each cell.</summary>
internal sealed class LandUnder
{
    private readonly Landscape _landscape;
    private readonly int[] _rows;
    private readonly int[] _columns;

    /// <summary>The land under a frame in the landscape's own system.</summary>
    public LandUnder(Landscape landscape, GridFrame frame)
    {
        _landscape = landscape;
        _rows = [.. Enumerable.Range(0, frame.Rows).Select(row => landscape.RowAt(frame.Centre(row, 0).Y))];
        _columns = [.. Enumerable.Range(0, frame.Columns).Select(column => landscape.ColumnAt(frame.Centre(0, column).X))];
    }

    /// <summary>Side of a cell of the landscape, metres.</summary>
    public double CellSizeMetres => _landscape.Frame.CellSizeMetres;

    /// <summary>Ground, clutter and zone under the centre of a cell; NaN ground outside the landscape.</summary>
    public LandCell this[int row, int column] => _landscape.CellOf(_rows[row], _columns[column]);
}
