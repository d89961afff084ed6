namespace Geo.Engine.Suitability.Weights;

/// <summary>Weights from nothing but the order of importance. Sums are 1.</summary>
/// <remarks>
/// Sources: Barron, F. H. and Barrett, B. E. (1996), Management Science 42:1515 (centroid); Stillwell, W. G., Seaver, D. A. and Edwards, W. (1981),
/// Organizational Behavior and Human Performance 28:62 (sum, reciprocal). Criteria of one rank share the weights of the places they take.
/// </remarks>
public static class RankWeights
{
    /// <summary>Centroid of all weights in that order: w_k = (1/n) sum of 1/i for i from k to n.</summary>
    /// <param name="ranks">Rank of each criterion, 1 the most important; equal ranks are ties.</param>
    /// <exception cref="ArgumentException">There is no criterion, or a rank is below 1.</exception>
    public static double[] Centroid(IReadOnlyList<int> ranks)
    {
        var count = ranks.Count;
        var places = new double[count];
        var sum = 0.0;
        for (var place = count; place >= 1; place--)
        {
            sum += 1.0 / place;
            places[place - 1] = sum / count;
        }
        return Shared(ranks, places);
    }

    /// <summary>Falling in equal steps: w_k proportional to n + 1 - k.</summary>
    /// <inheritdoc cref="Centroid"/>
    public static double[] Sum(IReadOnlyList<int> ranks) => Shared(ranks, Scaled(ranks.Count, place => ranks.Count + 1 - place));

    /// <summary>w_k proportional to 1 / k.</summary>
    /// <inheritdoc cref="Centroid"/>
    public static double[] Reciprocal(IReadOnlyList<int> ranks) => Shared(ranks, Scaled(ranks.Count, place => 1.0 / place));

    private static double[] Scaled(int count, Func<int, double> weight)
    {
        var raw = Enumerable.Range(1, count).Select(weight).ToArray();
        var sum = raw.Sum();
        return [.. raw.Select(w => w / sum)];
    }

    private static double[] Shared(IReadOnlyList<int> ranks, double[] places)
    {
        if (ranks.Count == 0 || ranks.Any(r => r < 1))
            throw new ArgumentException("at least one rank is needed, and ranks begin at 1", nameof(ranks));
        var weights = new double[ranks.Count];
        var place = 0;
        foreach (var tied in Enumerable.Range(0, ranks.Count).GroupBy(i => ranks[i]).OrderBy(g => g.Key).Select(g => g.ToArray()))
        {
            var share = places.Skip(place).Take(tied.Length).Average();
            place += tied.Length;
            foreach (var criterion in tied)
                weights[criterion] = share;
        }
        return weights;
    }
}
