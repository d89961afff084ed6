using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>Covariances of one row of cells with a station. Holds work space; not to be shared between threads.</summary>
internal sealed class CovarianceRow(GridFrame frame, OrdinaryKriging kriging)
{
    private readonly double[] _covariances = new double[frame.Columns];
    private readonly double[] _sums = new double[frame.Columns];

    /// <summary>Room for sums along the row.</summary>
    public Span<double> Sums => _sums;

    /// <summary>The covariances; valid until the next call.</summary>
    public ReadOnlySpan<double> Of(int row, int station)
    {
        var place = kriging.Stations[station];
        var (left, y) = frame.Centre(row, 0);
        var down = (y - place.Y) * (y - place.Y);
        for (var column = 0; column < _covariances.Length; column++)
        {
            var across = left + (column * frame.CellSizeMetres) - place.X;
            _covariances[column] = (across * across) + down;
        }
        var atStation = StationColumn(place, y);
        FromSquares(_covariances);
        if (atStation >= 0)
            _covariances[atStation] = kriging.Covariance(0);
        return _covariances;
    }

    /// <summary>Adds the covariances times a weight to <see cref="Sums"/>. A spherical model ends at its range, so only the cells within are looked at.</summary>
    public void AddTo(int row, int station, double weight)
    {
        var variogram = kriging.Variogram;
        var place = kriging.Stations[station];
        var (left, y) = frame.Centre(row, 0);
        var down = (y - place.Y) * (y - place.Y);
        if (variogram.Model != VariogramModel.Spherical || StationColumn(place, y) >= 0)
        {
            TensorPrimitives.MultiplyAdd(Of(row, station), weight, _sums, _sums);
            return;
        }
        var reach = (variogram.RangeMetres * variogram.RangeMetres) - down;
        if (reach <= 0)
            return;
        var middle = (place.X - left) / frame.CellSizeMetres;
        var half = Math.Sqrt(reach) / frame.CellSizeMetres;
        var first = (int)Math.Clamp(Math.Floor(middle - half), 0, _sums.Length);
        var end = (int)Math.Clamp(Math.Ceiling(middle + half) + 1, first, _sums.Length);
        AddSpherical(_sums.AsSpan(first..end), left + (first * frame.CellSizeMetres) - place.X, down, weight * variogram.PartialSill);
    }

    // Compiled well at once: the first rows would otherwise take longer than all the others.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddSpherical(Span<double> sums, double from, double down, double weight)
    {
        var (perMetre, cell) = (1 / kriging.Variogram.RangeMetres, frame.CellSizeMetres);
        var steps = new Vector<double>(cell) * Vector<double>.Indices;
        var column = 0;
        for (; column <= sums.Length - Vector<double>.Count; column += Vector<double>.Count)
        {
            var across = new Vector<double>(from + (column * cell)) + steps;
            var ranges = Vector.Min(Vector.SquareRoot((across * across) + new Vector<double>(down)) * perMetre, Vector<double>.One);
            var rest = Vector<double>.One - (ranges * (new Vector<double>(1.5) - (ranges * ranges * 0.5)));
            (new Vector<double>(sums[column..]) + (rest * weight)).CopyTo(sums[column..]);
        }
        for (; column < sums.Length; column++)
        {
            var across = from + (column * cell);
            var ranges = Math.Min(Math.Sqrt((across * across) + down) * perMetre, 1);
            sums[column] += (1 - (ranges * (1.5 - (ranges * ranges * 0.5)))) * weight;
        }
    }

    // The column whose centre is a station, which a nugget makes a case of its own.
    private int StationColumn(StationValue place, double y)
    {
        var column = Math.Round(((place.X - frame.Left) / frame.CellSizeMetres) - 0.5);
        if (!(column >= 0 && column < frame.Columns))
            return -1;
        var across = frame.Left + ((column + 0.5) * frame.CellSizeMetres) - place.X;
        return (across * across) + ((y - place.Y) * (y - place.Y)) < 1e-6 ? (int)column : -1;
    }

    private void FromSquares(Span<double> cells)
    {
        var (variogram, range) = (kriging.Variogram, kriging.Variogram.RangeMetres);
        if (variogram.Model == VariogramModel.Spherical)
        {
            Spherical(cells, variogram.PartialSill, 1 / range);
            return;
        }
        if (variogram.Model == VariogramModel.Exponential)
        {
            TensorPrimitives.Sqrt(cells, cells);
            TensorPrimitives.Multiply(cells, -1 / range, cells);
        }
        else
        {
            TensorPrimitives.Multiply(cells, -1 / (range * range), cells);
        }
        TensorPrimitives.Exp(cells, cells);
        TensorPrimitives.Multiply(cells, variogram.PartialSill, cells);
    }

    private static void Spherical(Span<double> cells, double sill, double perMetre)
    {
        var column = 0;
        for (; column <= cells.Length - Vector<double>.Count; column += Vector<double>.Count)
        {
            var ranges = Vector.Min(Vector.SquareRoot(new Vector<double>(cells[column..])) * perMetre, Vector<double>.One);
            var share = ranges * (new Vector<double>(1.5) - (ranges * ranges * 0.5));
            ((Vector<double>.One - share) * sill).CopyTo(cells[column..]);
        }
        for (; column < cells.Length; column++)
        {
            var ranges = Math.Min(Math.Sqrt(cells[column]) * perMetre, 1);
            cells[column] = (1 - (ranges * (1.5 - (ranges * ranges * 0.5)))) * sill;
        }
    }
}
