namespace Geo.Engine.Scenarios;

/// <summary>How far judgements in pairs agree with each other.</summary>
/// <param name="Group">The group of criteria; null for those of the theme.</param>
/// <param name="RandomIndex">Name of the table that the ratio is measured against.</param>
/// <param name="LambdaMax">Greatest eigenvalue of the joint judgements.</param>
/// <param name="ConsistencyRatio">Of the joint judgements.</param>
/// <param name="GeometricMeanWeights">Weights by the geometric means of the rows, a check beside the eigenvector.</param>
/// <param name="WorstJudgements">Up to three that the weights contradict most, worst first.</param>
/// <param name="Experts">Each expert.</param>
/// <param name="Consensus">How far the experts agree, 0 to 1; null for one expert.</param>
public sealed record RunJudgements(
    string? Group,
    string RandomIndex,
    double LambdaMax,
    double ConsistencyRatio,
    IReadOnlyList<double> GeometricMeanWeights,
    IReadOnlyList<RunJudgement> WorstJudgements,
    IReadOnlyList<RunExpert> Experts,
    double? Consensus);
