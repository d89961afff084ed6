namespace Geo.Engine.Suitability;

/// <summary>Turns memberships round: which measured value would be good enough.</summary>
public static class ValueForDegree
{
    private const int Halvings = 60;

    /// <summary>The value nearest to <paramref name="from"/> whose degree is at least <paramref name="degree"/>; for codes the one of the least such degree. Null when there is none.</summary>
    /// <param name="membership">The membership.</param>
    /// <param name="from">The measured value; NaN gives null, but for codes.</param>
    /// <param name="degree">0 to 1.</param>
    public static double? Nearest(Membership membership, double from, double degree)
    {
        if (membership is Membership.Categories table)
            return table.Degrees.Where(d => d.Value >= degree).OrderBy(d => d.Value).ThenBy(d => d.Key).Select(d => (double?)d.Key).FirstOrDefault();
        if (double.IsNaN(from))
            return null;
        if (membership.Degree(from) >= degree)
            return from;
        var ends = Best(membership, from).Where(end => membership.Degree(end) >= degree).ToList();
        return ends.Count == 0 ? null : ends.Select(end => Between(membership, from, end, degree)).MinBy(value => Math.Abs(value - from));
    }

    // Values from which the degree falls evenly towards the measured one.
    private static IEnumerable<double> Best(Membership membership, double from) => membership switch
    {
        Membership.Slope m => [m.Best],
        Membership.Trapezoid m => [from < m.B ? m.B : m.C],
        Membership.Small => [0],
        Membership.Large m => [Math.Max(1, m.Midpoint) * 1e9],
        Membership.Gaussian m => [m.Midpoint],
        Membership.Near m => [m.Midpoint],
        Membership.Table m => m.Points.Select(p => p.Value),
        Membership.Steps m => m.Ranges.Select(r => r.To),
        _ => [],
    };

    // The end is good enough and the start is not; where a table rises and falls between them, one of its other points is nearer.
    private static double Between(Membership membership, double from, double end, double degree)
    {
        var (bad, good) = (from, end);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = bad + ((good - bad) / 2);
            (bad, good) = membership.Degree(middle) >= degree ? (bad, middle) : (middle, good);
        }
        return good;
    }
}
