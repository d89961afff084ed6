using System.Numerics;
using System.Numerics.Tensors;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>Covariances of one row of cells with a station. Holds work space; not to be shared between threads.</summary>
internal sealed class CovarianceRow(GridFrame frame, OrdinaryKriging kriging)
{
    private readonly double[] _covariances = new double[frame.Columns];

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
