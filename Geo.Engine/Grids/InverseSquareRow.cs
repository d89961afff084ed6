using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Grids;

/// <summary>
/// Inverse-distance means of power 2 for rows of cells, eight cells over all stations at a time. Without a limit of reach eight stations share one division: sums of fractions are
/// brought to one denominator, two and two; and sums over stations that are far from a segment of the row are only taken at its nodes. One instance serves one strip of rows.
/// </summary>
internal sealed class InverseSquareRow
{
    private const int Together = 8;

    private readonly GridFrame _frame;
    private readonly IReadOnlyList<StationValue> _stations;
    private readonly double _reachSquared;
    private readonly RowNodes _nodes;
    private readonly Station[] _seen;
    private readonly double[] _total;
    private readonly double[] _weighted;
    private readonly double[] _totalAtNodes;
    private readonly double[] _weightedAtNodes;

    /// <summary>Room for rows of a frame.</summary>
    public InverseSquareRow(GridFrame frame, IReadOnlyList<StationValue> stations, double reachMetres)
    {
        (_frame, _stations, _reachSquared) = (frame, stations, reachMetres * reachMetres);
        _nodes = new RowNodes(frame.Columns, frame.CellSizeMetres);
        _seen = new Station[stations.Count];
        (_total, _weighted) = (new double[_nodes.Cells.Length], new double[_nodes.Cells.Length]);
        (_totalAtNodes, _weightedAtNodes) = (new double[_nodes.Nodes.Length], new double[_nodes.Nodes.Length]);
    }

    /// <summary>The means of a row; NaN where no station is in reach. Rounding to float takes back what the sums in double were off.</summary>
    public void Fill(int row, Span<float> cells)
    {
        var isUnlimited = double.IsPositiveInfinity(_reachSquared);
        // Without a limit a row as good as through a station is taken past it by the least distance, so that no square is 0.
        See(row, isUnlimited ? InverseDistanceRow.LeastSquare : 0);
        _total.AsSpan().Clear();
        _weighted.AsSpan().Clear();
        if (isUnlimited)
            AddAll();
        else
            AddInReach(_nodes.Cells, _seen, _reachSquared, _total, _weighted);
        for (var column = 0; column < cells.Length; column++)
            cells[column] = (float)(_weighted[column] / _total[column]); // 0 / 0 is NaN
    }

    private void See(int row, double leastAcross)
    {
        var (x, y) = _frame.Centre(row, 0);
        for (var i = 0; i < _seen.Length; i++)
        {
            var across = y - _stations[i].Y;
            _seen[i] = new(x - _stations[i].X, Math.Max(across * across, leastAcross), _stations[i].Value);
        }
    }

    private void AddAll()
    {
        _totalAtNodes.AsSpan().Clear();
        _weightedAtNodes.AsSpan().Clear();
        var farFromRow = FarFirst(_seen, null);
        Add(_nodes.Nodes, _seen.AsSpan(0, farFromRow), _totalAtNodes, _weightedAtNodes);
        for (var segment = 0; farFromRow < _seen.Length && segment < _nodes.Segments; segment++)
            AddOthers(segment, _seen.AsSpan(farFromRow));
        RowNodes.AddTo(_totalAtNodes, _total);
        RowNodes.AddTo(_weightedAtNodes, _weighted);
    }

    private void AddOthers(int segment, Span<Station> stations)
    {
        var far = FarFirst(stations, _nodes.Middle(segment));
        var atNodes = new Range(segment * RowNodes.SegmentNodes, (segment + 1) * RowNodes.SegmentNodes);
        Add(_nodes.Nodes.AsSpan(atNodes), stations[..far], _totalAtNodes.AsSpan(atNodes), _weightedAtNodes.AsSpan(atNodes));
        var ofCells = new Range(segment * RowNodes.SegmentCells, (segment + 1) * RowNodes.SegmentCells);
        Add(_nodes.Cells.AsSpan(ofCells), stations[far..], _total.AsSpan(ofCells), _weighted.AsSpan(ofCells));
    }

    // Brings stations that are far from a middle, or from the whole row where there is none, to the front; their order is the same whenever this row is asked for.
    private int FarFirst(Span<Station> stations, double? middle)
    {
        var far = 0;
        for (var i = 0; i < stations.Length; i++)
        {
            var along = middle + stations[i].Offset ?? 0;
            if ((along * along) + stations[i].AcrossSquared >= _nodes.FarSquared)
                (stations[far], stations[i], far) = (stations[i], stations[far], far + 1);
        }
        return far;
    }

    // Compiled well at once: the first rows would otherwise take longer than all the others.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<double> along, ReadOnlySpan<Station> stations, Span<double> total, Span<double> weighted)
    {
        for (var column = 0; column < along.Length; column += Vector512<double>.Count)
        {
            var place = Vector512.Create(along[column..]);
            var (weights, values) = (Vector512.Create<double>(total[column..]), Vector512.Create<double>(weighted[column..]));
            var rest = stations;
            for (; rest.Length >= Together; rest = rest[Together..])
            {
                var sum = Fraction.Sum(Four(place, rest), Four(place, rest[(Together / 2)..]));
                var share = Vector512<double>.One / sum.Denominator;
                weights = Vector512.FusedMultiplyAdd(sum.Weights, share, weights);
                values = Vector512.FusedMultiplyAdd(sum.Weighted, share, values);
            }
            foreach (ref readonly var station in rest)
            {
                var weight = Vector512<double>.One / Square(place, in station);
                weights += weight;
                values = Vector512.FusedMultiplyAdd(weight, Vector512.Create(station.Value), values);
            }
            weights.CopyTo(total[column..]);
            values.CopyTo(weighted[column..]);
        }
    }

    // Beyond reach the square becomes infinite, and its weight 0.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddInReach(ReadOnlySpan<double> along, ReadOnlySpan<Station> stations, double reachSquared, Span<double> total, Span<double> weighted)
    {
        var (reach, least, infinite) = (Vector512.Create(reachSquared), Vector512.Create(InverseDistanceRow.LeastSquare), Vector512.Create(double.PositiveInfinity));
        for (var column = 0; column < along.Length; column += Vector512<double>.Count)
        {
            var place = Vector512.Create(along[column..]);
            var (weights, values) = (Vector512<double>.Zero, Vector512<double>.Zero);
            foreach (ref readonly var station in stations)
            {
                var square = Square(place, in station);
                var weight = Vector512<double>.One / Vector512.ConditionalSelect(Vector512.LessThanOrEqual(square, reach), Vector512.Max(square, least), infinite);
                weights += weight;
                values = Vector512.FusedMultiplyAdd(weight, Vector512.Create(station.Value), values);
            }
            weights.CopyTo(total[column..]);
            values.CopyTo(weighted[column..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Fraction Four(Vector512<double> place, ReadOnlySpan<Station> stations) =>
        Fraction.Sum(Two(place, in stations[0], in stations[1]), Two(place, in stations[2], in stations[3]));

    // 1/a + 1/b = (a + b) / (a b)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Fraction Two(Vector512<double> place, in Station one, in Station other)
    {
        var (a, b) = (Square(place, in one), Square(place, in other));
        return new(a + b, Vector512.FusedMultiplyAdd(b, Vector512.Create(one.Value), a * Vector512.Create(other.Value)), a * b);
    }

    // By reference, so that numbers go from memory into all lanes at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Square(Vector512<double> place, in Station station)
    {
        var x = place + Vector512.Create(station.Offset);
        return Vector512.FusedMultiplyAdd(x, x, Vector512.Create(station.AcrossSquared));
    }

    /// <summary>A station as a row sees it.</summary>
    private readonly record struct Station(double Offset, double AcrossSquared, double Value);

    /// <summary>Sums of weights, and of values by weight, over one denominator. Eight squares of distances of a millimetre to the length of a meridian neither vanish nor overflow in it.</summary>
    private readonly record struct Fraction(Vector512<double> Weights, Vector512<double> Weighted, Vector512<double> Denominator)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Fraction Sum(Fraction one, Fraction other) => new(
            Vector512.FusedMultiplyAdd(one.Weights, other.Denominator, other.Weights * one.Denominator),
            Vector512.FusedMultiplyAdd(one.Weighted, other.Denominator, other.Weighted * one.Denominator),
            one.Denominator * other.Denominator);
    }
}
