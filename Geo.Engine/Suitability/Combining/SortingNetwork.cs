namespace Geo.Engine.Suitability.Combining;

/// <summary>Comparisons that sort any numbers of a given count, the same whatever the numbers are: what vectors of cells can be sorted with.</summary>
internal static class SortingNetwork
{
    /// <summary>Pairs of places, in order; the greater number of each goes to the first.</summary>
    /// <remarks>Source: Batcher's merge exchange, Knuth, D. E. (1998), The Art of Computer Programming 3, 5.2.2, algorithm M.</remarks>
    public static (int First, int Second)[] Of(int count)
    {
        var pairs = new List<(int, int)>();
        var top = 1;
        while (top < count)
            top <<= 1;
        for (var p = top / 2; p > 0; p /= 2)
            for (int q = top / 2, r = 0, d = p; d > 0; d = q == p ? 0 : q - p, q /= 2, r = p)
                for (var i = 0; i < count - d; i++)
                    if ((i & p) == r)
                        pairs.Add((i, i + d));
        return [.. pairs];
    }
}
