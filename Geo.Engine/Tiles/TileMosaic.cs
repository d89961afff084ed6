namespace Geo.Engine.Tiles;

/// <summary>
/// What is too small to see by itself: features no wider and no higher than <see cref="SmallUnits"/>. Of those whose middle lies in one cell of a mosaic the largest
/// stands for all (the lowest id among equals): a polygon as the square of the cell, so that a town of small houses stays a coloured area, lines and
/// points as they are. Cells of neighbouring tiles are the same, so tiles meet.
/// </summary>
internal sealed class TileMosaic
{
    /// <summary>A pixel, of 256 on a side.</summary>
    public const int SmallUnits = TileGeometry.Units / 256;

    /// <summary>Side of a cell: two pixels.</summary>
    public const int CellUnits = 2 * SmallUnits;

    private const int Polygon = 3;

    private readonly Dictionary<(int Column, int Row, int Type), (TileFeature Feature, uint[] Commands)> _cells = [];

    /// <summary>Whether it has no pieces.</summary>
    public bool IsEmpty => _cells.Count == 0;

    /// <summary>Whether a small feature whose middle is given stands for its cell as things are.</summary>
    public bool Admits(in TileFeature feature, TilePlace middle)
    {
        var (column, row) = (Cell(middle.X), Cell(middle.Y));
        return IsDrawn(column) && IsDrawn(row) && (!_cells.TryGetValue((column, row, feature.Type), out var other) || feature.IsBefore(other.Feature));
    }

    /// <summary>Adds a small feature that has been admitted.</summary>
    public void Add(in TileFeature feature, TilePlace middle, ReadOnlySpan<uint> commands) =>
        _cells[(Cell(middle.X), Cell(middle.Y), feature.Type)] = (feature, feature.Type == Polygon ? [] : commands.ToArray());

    /// <summary>Puts the pieces into a tile.</summary>
    public void MoveTo(TileContent content)
    {
        foreach (var ((column, row, type), (feature, commands)) in _cells)
            content.Add(feature, type == Polygon ? Square(column * CellUnits, row * CellUnits) : commands);
        _cells.Clear();
    }

    private static int Cell(double units) => (int)Math.Floor(units / CellUnits);

    private static bool IsDrawn(int cell) => cell is >= -TileGeometry.Margin / CellUnits and < (TileGeometry.Units + TileGeometry.Margin) / CellUnits;

    // Move, three lines, close; numbers are zigzag encoded: 2n for n, 2n - 1 for -n.
    private static uint[] Square(int left, int top) => [9, ZigZag(left), ZigZag(top), 26, 2 * CellUnits, 0, 0, 2 * CellUnits, (2 * CellUnits) - 1, 0, 15];

    private static uint ZigZag(int value) => (uint)((value << 1) ^ (value >> 31));
}
