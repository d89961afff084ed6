namespace Geo.Engine.Features;

/// <summary>How far a long piece of work has come.</summary>
/// <param name="Step">What is being done, for people.</param>
/// <param name="Fraction">Share of the whole work done, 0 to 1.</param>
public readonly record struct StepProgress(BilingualText Step, double Fraction);
