namespace Geo.Engine.Scenarios;

/// <summary>What the manifest says of one theme.</summary>
/// <param name="Id">The theme.</param>
/// <param name="Zones">Number of zones.</param>
/// <param name="ClassHectares">Hectares on the ground of S1, S2, S3, N.</param>
/// <param name="ExcludedHectares">Hectares removed by constraints.</param>
/// <param name="NoDataHectares">Hectares without a score for want of data.</param>
/// <param name="Reasons">Cells for each reason.</param>
/// <param name="Weights">Weight of each criterion, as given and as used.</param>
/// <param name="Weighting">Where the weights come from, and what the criteria say of each other.</param>
/// <param name="Uncertainty">How far the results hang on weights and on errors of the layers; null when that was not asked for.</param>
/// <param name="Rankings">Districts and zones, ranked; null when that was not asked for.</param>
public sealed record RunTheme(
    string Id,
    int Zones,
    IReadOnlyList<double> ClassHectares,
    double ExcludedHectares,
    double NoDataHectares,
    IReadOnlyList<ExclusionReason> Reasons,
    IReadOnlyList<RunWeight> Weights,
    RunWeighting Weighting,
    RunUncertainty? Uncertainty,
    RunRankings? Rankings);
