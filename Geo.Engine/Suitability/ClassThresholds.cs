namespace Geo.Engine.Suitability;

/// <summary>Lowest scores of the suitable classes; 1 &gt;= S1 &gt; S2 &gt; S3 &gt; 0. A score equal to a threshold belongs to the better class.</summary>
/// <param name="S1">Lowest score of S1.</param>
/// <param name="S2">Lowest score of S2.</param>
/// <param name="S3">Lowest score of S3; below it is N.</param>
public sealed record ClassThresholds(double S1, double S2, double S3)
{
    /// <summary>The lowest score of a class; 0 for N and for no class.</summary>
    public double LowestScore(SuitabilityClass suitability) => suitability switch
    {
        SuitabilityClass.S1 => S1,
        SuitabilityClass.S2 => S2,
        SuitabilityClass.S3 => S3,
        _ => 0,
    };

    /// <summary>The class of a score; <see cref="SuitabilityClass.None"/> for NaN. Scores are compared as the float32 they are stored as.</summary>
    public SuitabilityClass Classify(float score) => score switch
    {
        float.NaN => SuitabilityClass.None,
        _ when score >= (float)S1 => SuitabilityClass.S1,
        _ when score >= (float)S2 => SuitabilityClass.S2,
        _ when score >= (float)S3 => SuitabilityClass.S3,
        _ => SuitabilityClass.N,
    };
}
