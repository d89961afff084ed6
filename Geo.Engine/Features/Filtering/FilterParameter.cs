namespace Geo.Engine.Features.Filtering;

/// <summary>One parameter of a function of filters.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Type">What it takes.</param>
public sealed record FilterParameter(string Name, FilterType Type);
