using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>
/// The lower triangle L of a symmetric positive definite matrix L L', made in blocks of columns so that what is read again and again stays near the processor.
/// </summary>
/// <remarks>Source: G. H. Golub and C. F. Van Loan, Matrix computations (2013), 4.2.</remarks>
internal sealed class CholeskyFactor
{
    private const int BlockColumns = 64;
    private const int Together = 4;

    private readonly double[][] _rows;
    private readonly double[] _block = new double[BlockColumns * BlockColumns]; // its own triangle column by column, without the diagonal

    /// <summary>Factors a matrix in place; a pivot that rounding has brought to 0 or less becomes the least number there is.</summary>
    /// <param name="lower">Its lower triangle: row i has i + 1 numbers.</param>
    public CholeskyFactor(double[][] lower)
    {
        _rows = lower;
        for (var first = 0; first < lower.Length; first += BlockColumns)
        {
            var end = Math.Min(lower.Length, first + BlockColumns);
            TakeColumnsBefore(first, end);
            Array.Clear(_block);
            for (var row = first; row < lower.Length; row++)
                FinishRow(row, first, Math.Min(end, row + 1));
        }
    }

    /// <summary>Solves L x = values in place.</summary>
    public double[] Forward(double[] values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = (values[i] - DenseVector.Dot(_rows[i].AsSpan(0, i), values.AsSpan(0, i))) / _rows[i][i];
        return values;
    }

    /// <summary>Solves L' x = values in place.</summary>
    public double[] Backward(double[] values)
    {
        for (var i = values.Length - 1; i >= 0; i--)
        {
            values[i] /= _rows[i][i];
            DenseVector.AddScaled(_rows[i].AsSpan(0, i), -values[i], values.AsSpan(0, i));
        }
        return values;
    }

    // What the columns before a block take from it: two rows with four at a time, all that lies below the diagonal by as much.
    private void TakeColumnsBefore(int first, int end)
    {
        var row = first;
        for (; row + 1 < _rows.Length; row += 2)
            for (var column = first; column < Math.Min(end, row + 2); column += Together)
                TakeTwice(row, first, column, Math.Min(Math.Min(end, row + 2), column + Together));
        if (row < _rows.Length)
            for (var column = first; column <= Math.Min(end - 1, row); column++)
                _rows[row][column] -= DenseVector.Dot(_rows[row].AsSpan(0, first), _rows[column].AsSpan(0, first));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakeTwice(int row, int length, int column, int end)
    {
        Span<double> sums = stackalloc double[2 * Together];
        Dots(
            _rows[row].AsSpan(0, length), _rows[row + 1].AsSpan(0, length),
            _rows[column].AsSpan(0, length), _rows[Math.Min(column + 1, end - 1)].AsSpan(0, length), _rows[Math.Min(column + 2, end - 1)].AsSpan(0, length), _rows[Math.Min(column + 3, end - 1)].AsSpan(0, length),
            sums);
        for (var i = column; i < end; i++)
        {
            if (i <= row)
                _rows[row][i] -= sums[i - column];
            _rows[row + 1][i] -= sums[Together + i - column];
        }
    }

    // What the columns of the block take from each other. A row of the block itself is put into it column by column, so that it takes from its own diagonal too.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FinishRow(int row, int first, int end)
    {
        Span<double> values = stackalloc double[BlockColumns];
        var own = _rows[row].AsSpan(first, end - first);
        own.CopyTo(values);
        for (var column = 0; column < own.Length; column++)
        {
            var isDiagonal = first + column == row;
            own[column] = isDiagonal ? Math.Sqrt(Math.Max(values[column], double.Epsilon)) : values[column] / _rows[first + column][first + column];
            if (row < first + BlockColumns && !isDiagonal)
                _block[(column * BlockColumns) + row - first] = own[column];
            var lanes = column / Vector512<double>.Count * Vector512<double>.Count;
            DenseVector.AddScaled(_block.AsSpan((column * BlockColumns) + lanes, BlockColumns - lanes), -own[column], values[lanes..]);
        }
    }

    // Lengths are multiples of a block. Compiled well at once: most systems are solved once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Dots(
        ReadOnlySpan<double> one, ReadOnlySpan<double> other, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, ReadOnlySpan<double> d, Span<double> sums)
    {
        Vector512<double> oneA = default, oneB = default, oneC = default, oneD = default, otherA = default, otherB = default, otherC = default, otherD = default;
        for (var i = 0; i < one.Length; i += Vector512<double>.Count)
        {
            var (x, y, with) = (Vector512.Create(one[i..]), Vector512.Create(other[i..]), Vector512.Create(a[i..]));
            (oneA, otherA) = (Vector512.FusedMultiplyAdd(x, with, oneA), Vector512.FusedMultiplyAdd(y, with, otherA));
            with = Vector512.Create(b[i..]);
            (oneB, otherB) = (Vector512.FusedMultiplyAdd(x, with, oneB), Vector512.FusedMultiplyAdd(y, with, otherB));
            with = Vector512.Create(c[i..]);
            (oneC, otherC) = (Vector512.FusedMultiplyAdd(x, with, oneC), Vector512.FusedMultiplyAdd(y, with, otherC));
            with = Vector512.Create(d[i..]);
            (oneD, otherD) = (Vector512.FusedMultiplyAdd(x, with, oneD), Vector512.FusedMultiplyAdd(y, with, otherD));
        }
        (sums[0], sums[1], sums[2], sums[3]) = (DenseVector.Sum(oneA), DenseVector.Sum(oneB), DenseVector.Sum(oneC), DenseVector.Sum(oneD));
        (sums[4], sums[5], sums[6], sums[7]) = (DenseVector.Sum(otherA), DenseVector.Sum(otherB), DenseVector.Sum(otherC), DenseVector.Sum(otherD));
    }
}
