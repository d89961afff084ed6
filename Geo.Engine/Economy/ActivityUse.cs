namespace Geo.Engine.Economy;

/// <summary>The activity a theme is about, and how much of it each class carries.</summary>
/// <param name="ActivityId">An activity of the economy table.</param>
/// <param name="ClassShares">Share of the activity's full intensity in S1, S2, S3, N, each 0 to 1.</param>
public sealed record ActivityUse(string ActivityId, IReadOnlyList<double> ClassShares);
