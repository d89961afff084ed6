namespace Geo.Engine.Scenarios;

/// <summary>Values of many cells in three numbers; each cell counts alike.</summary>
/// <param name="Least">The least.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Greatest">The greatest.</param>
public sealed record ValueRange(double Least, double Mean, double Greatest);
