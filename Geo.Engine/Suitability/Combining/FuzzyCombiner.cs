using System.Numerics;

namespace Geo.Engine.Suitability.Combining;

/// <summary>Fuzzy overlays. AND and OR in float32, which is exact; the others in double.</summary>
internal sealed class FuzzyCombiner(FuzzyRule rule, double gamma) : CellCombiner
{
    /// <inheritdoc/>
    public override void Combine(DegreeRows degrees, Span<float> score)
    {
        switch (rule)
        {
            case FuzzyRule.And:
                Extreme(degrees, score, isGreatest: false);
                break;
            case FuzzyRule.Or:
                Extreme(degrees, score, isGreatest: true);
                break;
            default:
                Products(degrees, score);
                break;
        }
    }

    private static void Extreme(DegreeRows degrees, Span<float> score, bool isGreatest)
    {
        degrees[0].CopyTo(score);
        for (var c = 1; c < degrees.Criteria; c++)
            Extreme(degrees[c], score, isGreatest);
    }

    // A number wins over NaN, so that what is missing is left out.
    private static void Extreme(ReadOnlySpan<float> degrees, Span<float> score, bool isGreatest)
    {
        var i = 0;
        for (; i <= score.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var (one, other) = (new Vector<float>(score[i..]), new Vector<float>(degrees[i..]));
            var isBetter = isGreatest ? Vector.GreaterThan(other, one) : Vector.LessThan(other, one);
            var isOnly = ~Vector.Equals(one, one);
            Vector.ConditionalSelect(isBetter | isOnly, other, one).CopyTo(score[i..]);
        }
        for (; i < score.Length; i++)
            if (float.IsNaN(score[i]) || (isGreatest ? degrees[i] > score[i] : degrees[i] < score[i]))
                score[i] = degrees[i];
    }

    private void Products(DegreeRows degrees, Span<float> score)
    {
        Span<double> product = stackalloc double[score.Length];
        Span<double> lacking = stackalloc double[score.Length];
        product.Fill(1);
        lacking.Fill(1);
        score.Fill(float.NaN);
        for (var c = 0; c < degrees.Criteria; c++)
        {
            var row = degrees[c];
            for (var i = 0; i < row.Length; i++)
                if (!float.IsNaN(row[i]))
                {
                    product[i] *= row[i];
                    lacking[i] *= 1 - (double)row[i];
                    score[i] = 0;
                }
        }
        for (var i = 0; i < score.Length; i++)
            if (score[i] == 0)
                score[i] = (float)Of(product[i], 1 - lacking[i]);
    }

    private double Of(double product, double sum) => rule switch
    {
        FuzzyRule.Product => product,
        FuzzyRule.Sum => sum,
        _ => product == 0 && gamma < 1 ? 0 : Math.Exp((gamma * Math.Log(sum)) + ((1 - gamma) * Math.Log(product))),
    };
}
