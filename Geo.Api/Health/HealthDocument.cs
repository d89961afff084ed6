namespace Geo.Api.Health;

/// <summary>The state of the server.</summary>
/// <param name="Status"><c>alive</c>, <c>ready</c>, <c>preparing</c> or <c>unavailable</c>.</param>
/// <param name="Step">What it is at, while preparing, in the language asked for.</param>
/// <param name="Fraction">How far it has come, 0 to 1, while preparing.</param>
/// <param name="Failure">Why it stands still.</param>
internal sealed record HealthDocument(string Status, string? Step = null, double? Fraction = null, string? Failure = null);
