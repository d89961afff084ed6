using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>
/// Kriged values of rows of cells, eight cells at a time, tile by tile. Of stations far from a tile only its nodes are looked at; stations near it are looked at from each cell; and where a
/// station's range ends inside a tile, the cells beyond (or within, if those are fewer) are mended one by one. Tiles are counted from the frame's first cell, so values do not depend on which
/// rows are asked for. One instance serves one strip of rows. Lengths are counted in ranges, from the middle of the tile, x to the east, y to the south.
/// </summary>
/// <typeparam name="TCorrelation">The variogram's model.</typeparam>
internal sealed class KrigedTiles<TCorrelation>
    where TCorrelation : struct, ICorrelation
{
    private const int Side = TileNodes.Side;
    private const int Lanes = 8;
    private const double SamePlaceMetres = 1e-3;

    private readonly GridFrame _frame;
    private readonly double _mean;
    private readonly double _cell;
    private readonly double _sameSquared;
    private readonly TileNodes _nodes;
    private readonly StationGroups _groups;
    private readonly double[] _sums = new double[Side * Side];
    private readonly double[] _atNodes = new double[TileNodes.Count];

    /// <summary>Room for rows of a frame.</summary>
    public KrigedTiles(GridFrame frame, OrdinaryKriging kriging)
    {
        var (range, (left, top)) = (kriging.Variogram.RangeMetres, frame.Centre(0, 0));
        (_frame, _mean, _cell) = (frame, kriging.Mean, frame.CellSizeMetres / range);
        _sameSquared = Square(SamePlaceMetres / range);
        _nodes = new TileNodes(_cell);
        _groups = new StationGroups(kriging, left, top);
    }

    /// <summary>The values of some rows of one band of tiles.</summary>
    /// <param name="firstRow">The first row.</param>
    /// <param name="cells">Rows x columns of the frame.</param>
    public void Fill(int firstRow, Span<float> cells)
    {
        var (band, rows) = (firstRow / Side, cells.Length / _frame.Columns);
        for (var column = 0; column < _frame.Columns; column += Side)
        {
            var sums = _sums.AsSpan(0, rows * Side);
            sums.Fill(_mean);
            FillTile(band, column / Side, firstRow % Side, sums);
            var width = Math.Min(Side, _frame.Columns - column);
            for (var row = 0; row < rows; row++)
                Narrow(sums.Slice(row * Side, width), cells.Slice((row * _frame.Columns) + column, width));
        }
    }

    private void FillTile(int band, int segment, int firstRow, Span<double> sums)
    {
        _groups.See<TCorrelation>((segment * Side * _cell) + _nodes.Half, (band * Side * _cell) + _nodes.Half, _nodes);
        if (_groups.Far.Length > 0)
        {
            AddAtNodes(_nodes.X, _nodes.Y, _groups.Far, _atNodes);
            _nodes.AddTo(_atNodes, firstRow, sums);
        }
        for (var row = firstRow; !sums.IsEmpty; row++, sums = sums[Side..])
            FillRow(_nodes.Cells[row], sums[..Side]);
    }

    // Compiled well at once, as all loops here: the first tiles would otherwise take longer than all the others.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillRow(double y, Span<double> sums)
    {
        AddAtCells(_nodes.Cells, y, _groups.Near, sums);
        foreach (ref readonly var station in _groups.Ending)
            AddWithin(in station, y, sums);
        foreach (ref readonly var station in _groups.Beyond)
            TakeBeyond(in station, y, sums);
        AddNuggets(y, sums);
    }

    // At its own place a station counts with the nugget too.
    private void AddNuggets(double y, Span<double> sums)
    {
        foreach (ref readonly var station in _groups.Near)
        {
            var column = Math.Round((station.X + _nodes.Half) / _cell);
            if (column is >= 0 and < Side && Square(_nodes.Cells[(int)column] - station.X) + Square(y - station.Y) < _sameSquared)
                sums[(int)column] += station.OwnWeight - station.Weight;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddWithin(in PlacedStation station, double y, Span<double> sums)
    {
        var halfSquared = TCorrelation.EndSquared - Square(y - station.Y);
        if (!(halfSquared > 0))
            return;
        var half = Math.Sqrt(halfSquared);
        var (first, end) = (LanesDown(station.X - half), LanesUp(station.X + half));
        if (first < end)
            AddUpToEnd(_nodes.Cells.AsSpan(first, end - first), y, in station, sums[first..end]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TakeBeyond(in PlacedStation station, double y, Span<double> sums)
    {
        var half = Math.Sqrt(Math.Max(0, TCorrelation.EndSquared - Square(y - station.Y)));
        var (left, right) = (LanesUp(station.X - half), LanesDown(station.X + half));
        if (left >= right)
            (left, right) = (Side, Side);
        if (left > 0)
            TakeFromEnd(_nodes.Cells.AsSpan(0, left), y, in station, sums[..left]);
        if (right < Side)
            TakeFromEnd(_nodes.Cells.AsSpan(right), y, in station, sums[right..]);
    }

    // The column of a place, brought down or up to a multiple of lanes within the tile.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int LanesDown(double x) => (int)Math.Clamp((x + _nodes.Half) / _cell, 0, Side) / Lanes * Lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int LanesUp(double x) => ((int)Math.Clamp(Math.Ceiling(((x + _nodes.Half) / _cell) + 1), 0, Side) + Lanes - 1) / Lanes * Lanes;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddAtNodes(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, ReadOnlySpan<PlacedStation> stations, Span<double> atNodes)
    {
        for (var node = 0; node < atNodes.Length; node += Lanes)
        {
            var (x, y, sum) = (Vector512.Create(xs[node..]), Vector512.Create(ys[node..]), Vector512<double>.Zero);
            foreach (ref readonly var station in stations)
                sum = Vector512.FusedMultiplyAdd(TCorrelation.Of(Squared(x, y, in station)), Vector512.Create(station.Weight), sum);
            sum.CopyTo(atNodes[node..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddAtCells(ReadOnlySpan<double> xs, double row, ReadOnlySpan<PlacedStation> stations, Span<double> sums)
    {
        var (y, end) = (Vector512.Create(row), Vector512.Create(TCorrelation.EndSquared));
        for (var cell = 0; cell < sums.Length; cell += Lanes)
        {
            var (x, sum) = (Vector512.Create(xs[cell..]), Vector512.Create<double>(sums[cell..]));
            foreach (ref readonly var station in stations)
                sum = Vector512.FusedMultiplyAdd(TCorrelation.Of(Vector512.Min(Squared(x, y, in station), end)), Vector512.Create(station.Weight), sum);
            sum.CopyTo(sums[cell..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddUpToEnd(ReadOnlySpan<double> xs, double row, in PlacedStation station, Span<double> sums)
    {
        var (y, end, weight) = (Vector512.Create(row), Vector512.Create(TCorrelation.EndSquared), Vector512.Create(station.Weight));
        for (var cell = 0; cell < sums.Length; cell += Lanes)
        {
            var squared = Vector512.Min(Squared(Vector512.Create(xs[cell..]), y, in station), end);
            Vector512.FusedMultiplyAdd(TCorrelation.Of(squared), weight, Vector512.Create<double>(sums[cell..])).CopyTo(sums[cell..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TakeFromEnd(ReadOnlySpan<double> xs, double row, in PlacedStation station, Span<double> sums)
    {
        var (y, end, weight) = (Vector512.Create(row), Vector512.Create(TCorrelation.EndSquared), Vector512.Create(-station.Weight));
        for (var cell = 0; cell < sums.Length; cell += Lanes)
        {
            var squared = Vector512.Max(Squared(Vector512.Create(xs[cell..]), y, in station), end);
            Vector512.FusedMultiplyAdd(TCorrelation.Of(squared), weight, Vector512.Create<double>(sums[cell..])).CopyTo(sums[cell..]);
        }
    }

    // By reference, so that numbers go from memory into all lanes at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Squared(Vector512<double> x, Vector512<double> y, in PlacedStation station)
    {
        var (across, down) = (x - Vector512.Create(station.X), y - Vector512.Create(station.Y));
        return Vector512.FusedMultiplyAdd(across, across, down * down);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(ReadOnlySpan<double> sums, Span<float> cells)
    {
        for (var i = 0; i < cells.Length; i++)
            cells[i] = (float)sums[i];
    }

    private static double Square(double value) => value * value;
}
