namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>The shares of time, places and situations for which a loss is not exceeded, above 0 and below 100 percent.</summary>
/// <param name="Mode">What they mean.</param>
/// <param name="TimePercent">Share of the time (reliability of a fixed link).</param>
/// <param name="LocationPercent">Share of places.</param>
/// <param name="SituationPercent">Share of like situations (confidence in the answer).</param>
public sealed record VariabilityShares(VariabilityMode Mode, double TimePercent, double LocationPercent, double SituationPercent)
{
    /// <summary>False where places do not vary, as where the path is known exactly (10 is added to the mode's number in the classic program).</summary>
    public bool PlacesVary { get; init; } = true;

    /// <summary>False where situations do not vary, as for interference (20 is added to the mode's number in the classic program).</summary>
    public bool SituationsVary { get; init; } = true;

    /// <summary>Median time, place and situation of a fixed link.</summary>
    public static VariabilityShares Median { get; } = new(VariabilityMode.Individual, 50, 50, 50);

    /// <summary>A share of the time with a confidence, as point-to-point users ask.</summary>
    public static VariabilityShares OfConfidence(VariabilityMode mode, double confidencePercent, double reliabilityPercent) =>
        new(mode, reliabilityPercent, 50, confidencePercent);
}
