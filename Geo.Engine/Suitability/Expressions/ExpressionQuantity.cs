namespace Geo.Engine.Suitability.Expressions;

/// <summary>What a name stands for, or what a piece of an expression gives.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Unit">Its unit (UCUM); null when it is not known, or the number fits any.</param>
public readonly record struct ExpressionQuantity(ExpressionKind Kind, string? Unit);
