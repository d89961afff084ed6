namespace Geo.Engine.Suitability.Expressions;

/// <summary>A word of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it is written; the name alone for one in brackets; empty at the end.</param>
/// <param name="Position">Where it begins, from 1.</param>
internal readonly record struct ExpressionToken(ExpressionTokenKind Kind, string Text, int Position);

/// <summary>Kinds of words.</summary>
internal enum ExpressionTokenKind
{
    Number,
    Name,
    Sign,
    End,
    Unknown,
}
