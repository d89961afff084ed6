namespace Geo.Engine.Scenarios;

/// <summary>How far comparisons with the best and the worst agree with each other.</summary>
/// <param name="Group">The group of criteria; null for those of the theme.</param>
/// <param name="Deviation">Greatest deviation from a judgement.</param>
/// <param name="ConsistencyRatio">0 (consistent) to 1.</param>
public sealed record RunBestWorst(string? Group, double Deviation, double ConsistencyRatio);
