namespace Geo.Engine.Scenarios;

/// <summary>One judgement beside what the weights say.</summary>
/// <param name="More">Criterion, or group, judged more important than the weights make it.</param>
/// <param name="Less">The other.</param>
/// <param name="Given">The judgement.</param>
/// <param name="Implied">The ratio of the weights.</param>
public sealed record RunJudgement(string More, string Less, double Given, double Implied);
