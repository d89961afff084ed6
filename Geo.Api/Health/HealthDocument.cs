namespace Geo.Api.Health;

/// <summary>The state of the server.</summary>
/// <param name="Status"><c>alive</c>, <c>ready</c>, <c>preparing</c> or <c>unavailable</c>.</param>
/// <param name="Step">What it is at, while preparing.</param>
/// <param name="Fraction">How far it has come, 0 to 1, while preparing.</param>
/// <param name="Reason">Why it stands still.</param>
internal sealed record HealthDocument(string Status, HealthDocument.StepText? Step = null, double? Fraction = null, string? Reason = null)
{
    /// <summary>A step in both languages, so that the map can switch.</summary>
    internal sealed record StepText(string Vi, string En);
}
