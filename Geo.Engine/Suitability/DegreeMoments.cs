using System.Runtime.Intrinsics;

namespace Geo.Engine.Suitability;

/// <summary>Counts, sums and products of memberships. Memberships are taken less a half, so that little is lost where they lie close together.</summary>
internal sealed class DegreeMoments
{
    private const double Middle = 0.5;
    private readonly int _criteria;
    private readonly double[] _sums;
    private readonly double[] _products;
    private readonly double[][] _shifted;

    private DegreeMoments(int criteria)
    {
        _criteria = criteria;
        (_sums, _products) = (new double[criteria], new double[criteria * criteria]);
        _shifted = [.. Enumerable.Range(0, criteria).Select(_ => new double[DegreeRows.MostCells])];
        (Least, Greatest) = (new double[criteria], new double[criteria]);
        Array.Fill(Least, double.PositiveInfinity);
        Array.Fill(Greatest, double.NegativeInfinity);
    }

    /// <summary>Number of cells.</summary>
    public long Cells { get; private set; }

    /// <summary>Least membership of each criterion.</summary>
    public double[] Least { get; }

    /// <summary>Greatest membership of each criterion.</summary>
    public double[] Greatest { get; }

    /// <summary>Of the cells that count.</summary>
    public static DegreeMoments Of(CountedCells cells, int criteria)
    {
        var strips = new DegreeMoments?[cells.Strips];
        cells.ForEachRun((strip, rows, counts) => (strips[strip] ??= new DegreeMoments(criteria)).Add(rows, counts));
        var total = new DegreeMoments(criteria);
        foreach (var strip in strips)
            if (strip is not null)
                total.Add(strip);
        return total;
    }

    /// <summary>Mean of a criterion.</summary>
    public double Mean(int criterion) => Cells == 0 ? double.NaN : (_sums[criterion] / Cells) + Middle;

    /// <summary>Sum of the products of the deviations of two criteria from their means.</summary>
    public double Product(int first, int second) =>
        _products[(Math.Min(first, second) * _criteria) + Math.Max(first, second)] - (_sums[first] * _sums[second] / Cells);

    private void Add(DegreeRows rows, bool[] counts)
    {
        for (var c = 0; c < _criteria; c++)
            Shift(rows[c], counts, c);
        Cells += counts.AsSpan(0, rows.Length).Count(true);
        for (var first = 0; first < _criteria; first++)
        {
            _sums[first] += Sum(_shifted[first]);
            for (var second = first; second < _criteria; second++)
                _products[(first * _criteria) + second] += Dot(_shifted[first], _shifted[second]);
        }
    }

    private void Add(DegreeMoments other)
    {
        Cells += other.Cells;
        for (var i = 0; i < _products.Length; i++)
            _products[i] += other._products[i];
        for (var c = 0; c < _criteria; c++)
        {
            _sums[c] += other._sums[c];
            (Least[c], Greatest[c]) = (Math.Min(Least[c], other.Least[c]), Math.Max(Greatest[c], other.Greatest[c]));
        }
    }

    // A whole number of vectors; cells that do not count add nothing.
    private void Shift(ReadOnlySpan<float> degrees, bool[] counts, int criterion)
    {
        var shifted = _shifted[criterion].AsSpan();
        shifted[degrees.Length..].Clear();
        var (least, greatest) = (Least[criterion], Greatest[criterion]);
        for (var cell = 0; cell < degrees.Length; cell++)
        {
            if (!counts[cell])
            {
                shifted[cell] = 0;
                continue;
            }
            double degree = degrees[cell];
            shifted[cell] = degree - Middle;
            least = degree < least ? degree : least;
            greatest = degree > greatest ? degree : greatest;
        }
        (Least[criterion], Greatest[criterion]) = (least, greatest);
    }

    // Four lanes on every processor, so that the order of the sum is the same everywhere.
    private static double Dot(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < first.Length; i += Vector256<double>.Count)
            sum += Vector256.Create(first[i..]) * Vector256.Create(second[i..]);
        return sum[0] + sum[1] + sum[2] + sum[3];
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < values.Length; i += Vector256<double>.Count)
            sum += Vector256.Create(values[i..]);
        return sum[0] + sum[1] + sum[2] + sum[3];
    }
}
