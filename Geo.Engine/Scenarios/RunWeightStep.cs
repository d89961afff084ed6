namespace Geo.Engine.Scenarios;

/// <summary>What becomes of the passing share when one weight changes.</summary>
/// <param name="Criterion">Whose weight.</param>
/// <param name="Less">Share of the cells that pass with less of it; null when no cell has a score.</param>
/// <param name="More">Share with more of it.</param>
public sealed record RunWeightStep(string Criterion, double? Less, double? More);
