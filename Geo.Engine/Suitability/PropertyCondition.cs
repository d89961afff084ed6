namespace Geo.Engine.Suitability;

/// <summary>Keeps the features whose column has one of the values.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="AnyOf">Accepted values as invariant text; a feature without a value is not kept.</param>
public sealed record PropertyCondition(string Column, IReadOnlyList<string> AnyOf);
