namespace Geo.Engine.Suitability;

/// <summary>One judgement of a pairwise comparison beside what the resulting weights say.</summary>
/// <param name="Row">Index of the criterion judged more important than the weights make it.</param>
/// <param name="Column">Index of the other criterion.</param>
/// <param name="Given">The judgement: how many times more important.</param>
/// <param name="Implied">The ratio of the weights.</param>
public sealed record Judgement(int Row, int Column, double Given, double Implied);
