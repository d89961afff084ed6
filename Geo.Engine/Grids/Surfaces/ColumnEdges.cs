namespace Geo.Engine.Grids.Surfaces;

/// <summary>For each strip of rows, how far in each column the nearest source is above its first and below its last row, one row outside of it.</summary>
internal sealed class ColumnEdges
{
    private readonly int _columns;
    private readonly ushort[] _above;
    private readonly ushort[] _below;

    public ColumnEdges(Grid<byte> sources, int stripRows)
    {
        var rows = sources.Frame.Rows;
        _columns = sources.Frame.Columns;
        var strips = (rows + stripRows - 1) / stripRows;
        _above = new ushort[strips * _columns];
        _below = new ushort[strips * _columns];
        var (last, now) = (new ushort[_columns], new ushort[_columns]);
        last.AsSpan().Fill(ColumnDistances.None);
        for (var row = 0; row < rows; row++)
        {
            if (row % stripRows == 0)
                last.CopyTo(_above.AsSpan(row / stripRows * _columns));
            ColumnDistances.OneRowDown(sources.Row(row), last, now);
            (last, now) = (now, last);
        }
        last.AsSpan().Fill(ColumnDistances.None);
        for (var row = rows - 1; row >= 0; row--)
        {
            if (row % stripRows == stripRows - 1 || row == rows - 1)
                last.CopyTo(_below.AsSpan(row / stripRows * _columns));
            ColumnDistances.OneRowDown(sources.Row(row), last, now); // upwards it is the same step
            (last, now) = (now, last);
        }
    }

    /// <summary>Rows from the one above a strip to the nearest source at or above it.</summary>
    public ReadOnlySpan<ushort> Above(int strip) => _above.AsSpan(strip * _columns, _columns);

    /// <summary>Rows from the one below a strip to the nearest source at or below it.</summary>
    public ReadOnlySpan<ushort> Below(int strip) => _below.AsSpan(strip * _columns, _columns);
}
