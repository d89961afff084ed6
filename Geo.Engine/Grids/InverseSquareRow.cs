using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Grids;

/// <summary>
/// Inverse-distance means of power 2 for rows of cells, eight cells over all stations at a time. Without a limit of reach four stations share one division:
/// 1/a + 1/b + 1/c + 1/d = ((a + b) c d + (c + d) a b) / (a b c d). One instance serves one strip of rows.
/// </summary>
internal sealed class InverseSquareRow
{
    private const int Together = 4;

    private readonly GridFrame _frame;
    private readonly IReadOnlyList<StationValue> _stations;
    private readonly double _reachSquared;
    private readonly double[] _along;
    private readonly Station[] _seen;
    private readonly double[] _means;

    /// <summary>Room for rows of a frame.</summary>
    public InverseSquareRow(GridFrame frame, IReadOnlyList<StationValue> stations, double reachMetres)
    {
        (_frame, _stations, _reachSquared) = (frame, stations, reachMetres * reachMetres);
        var width = Vector512<double>.Count;
        _along = new double[(frame.Columns + width - 1) / width * width];
        for (var column = 0; column < _along.Length; column++)
            _along[column] = column * frame.CellSizeMetres;
        _seen = new Station[stations.Count];
        _means = new double[_along.Length];
    }

    /// <summary>The means of a row; NaN where no station is in reach. Rounding to float takes back what the sums in double were off.</summary>
    public void Fill(int row, Span<float> cells)
    {
        var (x, y) = _frame.Centre(row, 0);
        for (var i = 0; i < _seen.Length; i++)
            _seen[i] = new(x - _stations[i].X, (y - _stations[i].Y) * (y - _stations[i].Y), _stations[i].Value);
        if (double.IsPositiveInfinity(_reachSquared))
            Unlimited(_along, _seen, _means);
        else
            Limited(_along, _seen, _reachSquared, _means);
        for (var column = 0; column < cells.Length; column++)
            cells[column] = (float)_means[column];
    }

    // Compiled well at once: the first rows would otherwise take longer than all the others.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Unlimited(ReadOnlySpan<double> along, ReadOnlySpan<Station> stations, Span<double> means)
    {
        for (var column = 0; column < along.Length; column += Vector512<double>.Count)
        {
            var place = Vector512.Create(along[column..]);
            var (total, weighted) = (Vector512<double>.Zero, Vector512<double>.Zero);
            var rest = stations;
            for (; rest.Length >= Together; rest = rest[Together..])
            {
                var (a, b, c, d) = (Square(place, rest[0]), Square(place, rest[1]), Square(place, rest[2]), Square(place, rest[3]));
                var (ab, cd) = (a * b, c * d);
                var share = Vector512<double>.One / (ab * cd);
                total += (((a + b) * cd) + ((c + d) * ab)) * share;
                weighted += ((((b * rest[0].Value) + (a * rest[1].Value)) * cd) + (((d * rest[2].Value) + (c * rest[3].Value)) * ab)) * share;
            }
            foreach (ref readonly var station in rest)
            {
                var weight = Vector512<double>.One / Square(place, station);
                total += weight;
                weighted += weight * station.Value;
            }
            (weighted / total).CopyTo(means[column..]); // 0 / 0 is NaN
        }
    }

    // Beyond reach the square becomes infinite, and its weight 0.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Limited(ReadOnlySpan<double> along, ReadOnlySpan<Station> stations, double reachSquared, Span<double> means)
    {
        var (reach, infinite) = (Vector512.Create(reachSquared), Vector512.Create(double.PositiveInfinity));
        for (var column = 0; column < along.Length; column += Vector512<double>.Count)
        {
            var place = Vector512.Create(along[column..]);
            var (total, weighted) = (Vector512<double>.Zero, Vector512<double>.Zero);
            foreach (ref readonly var station in stations)
            {
                var square = Square(place, station);
                var weight = Vector512<double>.One / Vector512.ConditionalSelect(Vector512.LessThanOrEqual(square, reach), square, infinite);
                total += weight;
                weighted += weight * station.Value;
            }
            (weighted / total).CopyTo(means[column..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Square(Vector512<double> place, Station station)
    {
        var x = place + Vector512.Create(station.Offset);
        return Vector512.Max((x * x) + Vector512.Create(station.AcrossSquared), Vector512.Create(InverseDistanceRow.LeastSquare));
    }

    /// <summary>A station as a row sees it.</summary>
    private readonly record struct Station(double Offset, double AcrossSquared, double Value);
}
