namespace Geo.Benchmarks.Grids;

/// <summary>The one-dimensional distance transform of Felzenszwalb and Huttenlocher (2012), algorithm 1, on every step-th number of an array.</summary>
internal sealed class PrintedDistances(int length)
{
    private readonly double[] _heights = new double[length];
    private readonly int[] _stands = new int[length];
    private readonly double[] _meets = new double[length + 1];

    /// <summary>Replaces the heights by the lower envelope of the parabolas that stand on them.</summary>
    public void Transform(double[] squares, int start, int step)
    {
        for (var i = 0; i < length; i++)
            _heights[i] = squares[start + (i * step)];
        var top = 0;
        (_stands[0], _meets[0], _meets[1]) = (0, double.NegativeInfinity, double.PositiveInfinity);
        for (var i = 1; i < length; i++)
        {
            var meets = Meets(i, _stands[top]);
            while (meets <= _meets[top])
                meets = Meets(i, _stands[--top]);
            top++;
            (_stands[top], _meets[top], _meets[top + 1]) = (i, meets, double.PositiveInfinity);
        }
        for (int i = 0, k = 0; i < length; i++)
        {
            while (_meets[k + 1] < i)
                k++;
            squares[start + (i * step)] = ((double)(i - _stands[k]) * (i - _stands[k])) + _heights[_stands[k]];
        }
    }

    private double Meets(int a, int b) =>
        (_heights[a] + ((double)a * a) - (_heights[b] + ((double)b * b))) / (2.0 * (a - b));
}
