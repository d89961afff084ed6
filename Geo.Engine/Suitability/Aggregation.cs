using System.Text.Json.Serialization;

namespace Geo.Engine.Suitability;

/// <summary>
/// How the memberships of a cell become one score. A closed family. Where a criterion is left out for want of a value the others stand for it: each case
/// says how. All scores lie between 0 and 1.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Wlc), "wlc")]
[JsonDerivedType(typeof(Geometric), "geometric")]
[JsonDerivedType(typeof(Fuzzy), "fuzzy")]
[JsonDerivedType(typeof(Ordered), "owa")]
[JsonDerivedType(typeof(Guided), "owa_quantifier")]
[JsonDerivedType(typeof(IdealPoint), "ideal_point")]
[JsonDerivedType(typeof(Closeness), "topsis")]
public abstract record Aggregation
{
    private Aggregation()
    {
    }

    /// <summary>Weighted linear combination.</summary>
    public static Aggregation WeightedSum { get; } = new Wlc();

    /// <summary>Weighted geometric mean.</summary>
    public static Aggregation GeometricMean { get; } = new Geometric();

    /// <summary>The sum of weight x membership. What is left out gives its weight to the others in proportion.</summary>
    /// <remarks>Source: Malczewski (1999), GIS and Multicriteria Decision Analysis; Eastman (1999), Idrisi guide.</remarks>
    public sealed record Wlc : Aggregation;

    /// <summary>The product of membership ^ weight; one 0 makes the score 0. What is left out gives its weight to the others in proportion.</summary>
    public sealed record Geometric : Aggregation;

    /// <summary>Fuzzy sets laid over each other, without weights. What is left out is not laid over.</summary>
    /// <param name="Rule">The overlay.</param>
    /// <param name="Gamma">0 to 1, for <see cref="FuzzyRule.Gamma"/> alone.</param>
    public sealed record Fuzzy(FuzzyRule Rule, double Gamma) : Aggregation;

    /// <summary>Ordered weighted average: weights belong to places from the best membership of a cell to the worst. No criterion can be left out.</summary>
    /// <param name="Places">From the best to the worst place, as many as criteria, sum 1.</param>
    /// <param name="Reweighted">Whether the weights of the criteria count as well, each times that of its place, scaled to a sum of 1 in every cell; among equal memberships the
    /// criterion that stands first in the scenario takes the better place.</param>
    /// <remarks>Source: Yager, R. R. (1988), IEEE Trans. SMC 18:183; re-weighted: Malczewski, J. (2006), IJAEOG 8:270, equation 4.</remarks>
    public sealed record Ordered(IReadOnlyList<double> Places, bool Reweighted) : Aggregation;

    /// <summary>
    /// Ordered weighted average guided by one number: near 0 any criterion will do, 1 is the weighted sum, infinity asks for all. What is left out gives its weight to the others in proportion.
    /// </summary>
    /// <param name="Alpha">Above 0.</param>
    /// <remarks>Source: Yager, R. R. (1996), Int. J. Intelligent Systems 11:49; Malczewski, J. (2006), IJAEOG 8:270, equation 5.</remarks>
    public sealed record Guided(double Alpha) : Aggregation;

    /// <summary>1 less the weighted distance from the ideal (all memberships 1), of which the opposite (all 0) has 1. What is left out counts in neither.</summary>
    /// <param name="Power">Exponent of the distance, at least 1: 1 is the weighted sum, 2 straight distance, the greater the more the worst criterion decides.</param>
    /// <remarks>Source: Zeleny, M. (1982), Multiple Criteria Decision Making, ch. 10; fixed ends as in Dezert et al. (2020), SPOTIS, so that no cell moves another.</remarks>
    public sealed record IdealPoint(double Power) : Aggregation;

    /// <summary>Distance from the opposite over the distances from both ends (TOPSIS between fixed ends 0 and 1). What is left out counts in neither.</summary>
    /// <remarks>Source: Hwang, C. L. and Yoon, K. (1981), Multiple Attribute Decision Making, ch. 5.</remarks>
    public sealed record Closeness : Aggregation;
}
