namespace Geo.Engine.Grids.Surfaces;

/// <summary>
/// The cells of a GeoTIFF, unpacked when they are read. The last few rows of tiles stay unpacked, because neighbouring strips share them; the rest of
/// the file stays packed.
/// </summary>
public sealed class StoredSurface : Surface
{
    private const int TileRowsKept = 8;

    private readonly GeoTiffRows<float> _rows;
    private readonly Lock _gate = new();
    private readonly List<(int TileRow, Lazy<float[]> Cells)> _kept = [];

    /// <summary>Over an opened file.</summary>
    /// <param name="rows">Its rows; the stream they come from must stay open.</param>
    public StoredSurface(GeoTiffRows<float> rows)
        : base(rows.Frame) => _rows = rows;

    /// <inheritdoc/>
    public override int RowsTogether => _rows.RowsTogether;

    /// <inheritdoc/>
    /// <exception cref="GeoTiffException">A part of the file is broken.</exception>
    public override void Read(int firstRow, Span<float> cells)
    {
        var (columns, together) = (Frame.Columns, _rows.RowsTogether);
        for (var row = firstRow; !cells.IsEmpty;)
        {
            var tileRow = row / together;
            var start = (row - (tileRow * together)) * columns;
            var unpacked = Unpacked(tileRow).Value.AsSpan(start);
            var length = Math.Min(unpacked.Length, cells.Length);
            unpacked[..length].CopyTo(cells);
            cells = cells[length..];
            row += length / columns;
        }
    }

    private Lazy<float[]> Unpacked(int tileRow)
    {
        lock (_gate)
        {
            var index = _kept.FindIndex(k => k.TileRow == tileRow);
            var entry = index >= 0 ? _kept[index] : (tileRow, new Lazy<float[]>(() => Unpack(tileRow)));
            if (index >= 0)
                _kept.RemoveAt(index);
            else if (_kept.Count == TileRowsKept)
                _kept.RemoveAt(0);
            _kept.Add(entry);
            return entry.Item2;
        }
    }

    private float[] Unpack(int tileRow)
    {
        var first = tileRow * _rows.RowsTogether;
        var cells = new float[Math.Min(_rows.RowsTogether, Frame.Rows - first) * Frame.Columns];
        _rows.Read(first, cells);
        return cells;
    }
}
