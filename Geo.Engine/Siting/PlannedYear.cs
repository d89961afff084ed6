namespace Geo.Engine.Siting;

/// <summary>One year of a plan.</summary>
/// <param name="Built">Indices of the sites built in it, ascending.</param>
/// <param name="Cost">What they cost.</param>
/// <param name="Served">Weight served at its end, with all that stands by then.</param>
public sealed record PlannedYear(IReadOnlyList<int> Built, long Cost, ServedWeight Served);
