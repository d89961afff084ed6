using System.Numerics;
using System.Numerics.Tensors;

namespace Geo.Engine.Grids;

/// <summary>Sums over stations for one row of cells: values by weight, and weights. One instance serves one strip of rows.</summary>
internal sealed class InverseDistanceRow
{
    // A station nearer than a millimetre is as good as there; its weight then drowns all others without becoming infinite.
    internal const double LeastSquare = 1e-6;

    private readonly double _cellSize;
    private readonly double _exponent;
    private readonly double _reachSquared;
    private readonly double[] _along;
    private readonly double[] _weights;
    private readonly double[] _weighted;
    private readonly double[] _total;

    /// <summary>Room for rows of a frame.</summary>
    public InverseDistanceRow(GridFrame frame, InverseDistanceOptions options)
    {
        _cellSize = frame.CellSizeMetres;
        _exponent = -options.Power / 2;
        _reachSquared = options.MaxDistanceMetres * options.MaxDistanceMetres;
        _along = new double[frame.Columns];
        for (var column = 0; column < _along.Length; column++)
            _along[column] = column * _cellSize;
        _weights = new double[frame.Columns];
        _weighted = new double[frame.Columns];
        _total = new double[frame.Columns];
    }

    /// <summary>Forgets the row before.</summary>
    public void Clear()
    {
        _weighted.AsSpan().Clear();
        _total.AsSpan().Clear();
    }

    /// <summary>Adds a station.</summary>
    /// <param name="alongMetres">Easting of the first cell's centre less that of the station.</param>
    /// <param name="acrossMetres">Northing of the row less that of the station.</param>
    /// <param name="value">The station's value.</param>
    public void Add(double alongMetres, double acrossMetres, double value)
    {
        SquaredDistances(_along, alongMetres, acrossMetres * acrossMetres, _weights);
        if (_exponent == -1)
            TensorPrimitives.Reciprocal(_weights, _weights);
        else
            TensorPrimitives.Pow(_weights, _exponent, _weights);
        TensorPrimitives.Add(_total, _weights, _total);
        TensorPrimitives.MultiplyAdd(_weights, value, _weighted, _weighted);
    }

    /// <summary>Writes the means; NaN where no station was in reach. Rounding to float takes back what the sums in double were off.</summary>
    public void Write(Span<float> row)
    {
        TensorPrimitives.Divide(_weighted, _total, _weighted); // 0 / 0 is NaN
        for (var column = 0; column < row.Length; column++)
            row[column] = (float)_weighted[column];
    }

    // Beyond reach the square becomes infinite, and its weight 0.
    private void SquaredDistances(ReadOnlySpan<double> along, double offset, double acrossSquared, Span<double> squares)
    {
        var column = 0;
        var (reach, infinite) = (new Vector<double>(_reachSquared), new Vector<double>(double.PositiveInfinity));
        for (; column <= along.Length - Vector<double>.Count; column += Vector<double>.Count)
        {
            var x = new Vector<double>(along[column..]) + new Vector<double>(offset);
            var square = (x * x) + new Vector<double>(acrossSquared);
            var near = Vector.Max(square, new Vector<double>(LeastSquare));
            Vector.ConditionalSelect(Vector.LessThanOrEqual(square, reach), near, infinite).CopyTo(squares[column..]);
        }

        for (; column < along.Length; column++)
        {
            var x = along[column] + offset;
            var square = (x * x) + acrossSquared;
            squares[column] = square <= _reachSquared ? Math.Max(square, LeastSquare) : double.PositiveInfinity;
        }
    }
}
