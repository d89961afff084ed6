using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>
/// Kriged values of rows of cells under a spherical variogram, eight cells at a time. The model ends at its range, so of each station only the cells within are looked at; where a whole
/// segment of the row lies within and far from the station, only its nodes. One instance serves one strip of rows. Lengths are counted in ranges, eastings and northings from the centre
/// of the first cell.
/// </summary>
internal sealed class SphericalRow
{
    private const double SamePlaceMetres = 1e-3;

    private static readonly int Lanes = Vector512<double>.Count;

    private readonly double _cell;
    private readonly double _sameSquared;
    private readonly double _mean;
    private readonly RowNodes _nodes;
    private readonly double[] _sums;
    private readonly double[] _atNodes;
    private readonly Station[] _stations;

    /// <summary>Room for rows of a frame.</summary>
    public SphericalRow(GridFrame frame, OrdinaryKriging kriging)
    {
        var (variogram, (left, top)) = (kriging.Variogram, frame.Centre(0, 0));
        _mean = kriging.Mean;
        _cell = frame.CellSizeMetres / variogram.RangeMetres;
        _sameSquared = Square(SamePlaceMetres / variogram.RangeMetres);
        _nodes = new RowNodes(frame.Columns, _cell);
        (_sums, _atNodes) = (new double[_nodes.Cells.Length], new double[_nodes.Nodes.Length]);
        _stations = [.. kriging.Stations.Zip(kriging.Weights, (s, weight) =>
            new Station((s.X - left) / variogram.RangeMetres, (s.Y - top) / variogram.RangeMetres, weight * variogram.PartialSill, weight * variogram.Sill))];
    }

    /// <summary>The values of a row.</summary>
    public void Fill(int row, Span<float> cells)
    {
        _sums.AsSpan().Fill(_mean);
        _atNodes.AsSpan().Clear();
        foreach (ref readonly var station in _stations.AsSpan())
            AddWithin(in station, Square((row * _cell) + station.Y));
        RowNodes.AddTo(_atNodes, _sums);
        for (var column = 0; column < cells.Length; column++)
            cells[column] = (float)_sums[column];
    }

    private void AddWithin(in Station station, double downSquared)
    {
        if (!(downSquared < 1))
            return;
        var half = Math.Sqrt(1 - downSquared);
        var (left, right) = (station.X - half, station.X + half);
        var (first, end) = (Column(left) / Lanes * Lanes, Math.Min(_sums.Length, ((Column(right) / Lanes) + 1) * Lanes));
        var own = Column(station.X + (_cell / 2));
        var besides = own < _sums.Length ? _sums[own] : 0;
        var within = _nodes.Within(left, right);
        if (within.First < within.End)
            AddSegments(station, downSquared, first, within, end);
        else
            AddCells(station, downSquared, first, end);
        // At its own place a station counts with the nugget too.
        if (own < _sums.Length && Square(_nodes.Cells[own] - station.X) + downSquared < _sameSquared)
            _sums[own] = besides + station.OwnWeight;
    }

    private void AddSegments(in Station station, double downSquared, int first, (int First, int End) within, int end)
    {
        var near = _nodes.Near(station.X, downSquared);
        var nearFirst = Math.Clamp(near.First, within.First, within.End);
        var nearEnd = Math.Clamp(near.End, nearFirst, within.End);
        AddCells(station, downSquared, first, within.First * RowNodes.SegmentCells);
        AddNodes(station, downSquared, within.First, nearFirst);
        AddCells(station, downSquared, nearFirst * RowNodes.SegmentCells, nearEnd * RowNodes.SegmentCells);
        AddNodes(station, downSquared, nearEnd, within.End);
        AddCells(station, downSquared, within.End * RowNodes.SegmentCells, end);
    }

    private void AddCells(in Station station, double downSquared, int first, int end)
    {
        if (first < end)
            Add(_nodes.Cells.AsSpan(first, end - first), station.X, downSquared, station.Weight, _sums.AsSpan(first, end - first));
    }

    private void AddNodes(in Station station, double downSquared, int firstSegment, int endSegment)
    {
        var (first, length) = (firstSegment * RowNodes.SegmentNodes, (endSegment - firstSegment) * RowNodes.SegmentNodes);
        if (length > 0)
            Add(_nodes.Nodes.AsSpan(first, length), station.X, downSquared, station.Weight, _atNodes.AsSpan(first, length));
    }

    private int Column(double place) => (int)Math.Clamp(Math.Floor(place / _cell), 0, _sums.Length);

    // Compiled well at once: the first rows would otherwise take longer than all the others.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<double> along, double x, double downSquared, double weight, Span<double> sums)
    {
        var (place, down, factor) = (Vector512.Create(x), Vector512.Create(downSquared), Vector512.Create(weight));
        for (var column = 0; column < along.Length; column += Lanes)
        {
            var across = Vector512.Create(along[column..]) - place;
            var square = Vector512.Min(Vector512.FusedMultiplyAdd(across, across, down), Vector512<double>.One);
            // 1 - 1.5 h + 0.5 h^3, h the root of the square
            var share = Vector512.FusedMultiplyAdd(Root(square), Vector512.FusedMultiplyAdd(square, Vector512.Create(0.5), Vector512.Create(-1.5)), Vector512<double>.One);
            Vector512.FusedMultiplyAdd(share, factor, Vector512.Create<double>(sums[column..])).CopyTo(sums[column..]);
        }
    }

    /// <summary>The root of numbers from 0 to 1 within 4e-12 of it; a processor takes twice as long for the last bits, which no float shows.</summary>
    /// <remarks>Source: C. McEniry, The mathematics behind the fast inverse square root function code (2007), with Householder's step of third order, twice.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Root(Vector512<double> square)
    {
        var inverse = (Vector512.Create(0x5FE6EB50C7B537A9) - Vector512.ShiftRightLogical(square.AsInt64(), 1)).AsDouble();
        inverse *= Step(square * inverse, inverse);
        var root = square * inverse;
        return root * Step(root, inverse);
    }

    // y (1 + e/2 + 3/8 e^2) is nearer to 1/sqrt(s) than y is, with e = 1 - s y^2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Step(Vector512<double> root, Vector512<double> inverse)
    {
        var error = Vector512.FusedMultiplyAdd(-root, inverse, Vector512<double>.One);
        var half = Vector512.FusedMultiplyAdd(error, Vector512.Create(0.375), Vector512.Create(0.5));
        return Vector512.FusedMultiplyAdd(error, half, Vector512<double>.One);
    }

    private static double Square(double value) => value * value;

    /// <summary>A station: its place, what its covariance as a share of the partial sill is multiplied by, and what is added at its own place.</summary>
    private readonly record struct Station(double X, double Y, double Weight, double OwnWeight);
}
