namespace Geo.Engine.Siting;

/// <summary>One step of a repair.</summary>
/// <param name="Site">The site that was given up, replaced or tilted.</param>
/// <param name="Substitute">The site that replaced it; null when none did.</param>
/// <param name="Tilt">The tilt of the site, or of its substitute, from then on; null when the site was given up.</param>
/// <param name="Weight">The weight served after the step.</param>
public readonly record struct RepairStep(int Site, int? Substitute, int? Tilt, long Weight);
