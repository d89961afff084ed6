using Superpower.Model;

namespace Geo.Engine.Filters;

/// <summary>The operations that the signs and words of CQL2-Text stand for, by the names of CQL2-JSON.</summary>
internal static class Cql2TextOperations
{
    /// <summary>The contrary.</summary>
    public static Operation Not(Token<Cql2Token> word, FilterExpression operand) => Create(FilterOperators.Not, word, operand);

    /// <summary>Something negated where the word NOT is there.</summary>
    public static Operation Negate(Token<Cql2Token>? word, Operation operation) => word is { } not ? Not(not, operation) : operation;

    /// <summary>Two operands and a sign or word between them.</summary>
    public static Operation Binary(Token<Cql2Token> sign, FilterExpression left, FilterExpression right) =>
        Create(sign.ToStringValue(), sign, left, right);

    /// <summary>AND or OR over all that they chain; the one operand where there is no other.</summary>
    public static FilterExpression Chain(string name, FilterExpression first, (Token<Cql2Token> Word, FilterExpression Operand)[] rest) =>
        rest.Length == 0 ? first : Create(name, rest[0].Word, [first, .. rest.Select(r => r.Operand)]);

    /// <summary>LIKE or ILIKE.</summary>
    public static Operation Like(Token<Cql2Token> word, FilterExpression value, FilterExpression pattern) => word.Kind == Cql2Token.Like
        ? Create(FilterOperators.Like, word, value, pattern)
        : Create(FilterOperators.Like, word, Create(FilterOperators.CaseInsensitive, word, value), Create(FilterOperators.CaseInsensitive, word, pattern));

    /// <summary>BETWEEN.</summary>
    public static Operation Between(Token<Cql2Token> word, FilterExpression value, FilterExpression least, FilterExpression most) =>
        Create(FilterOperators.Between, word, value, least, most);

    /// <summary>IN.</summary>
    public static Operation In(Token<Cql2Token> word, FilterExpression value, Token<Cql2Token> open, FilterExpression[] items) =>
        Create(FilterOperators.In, word, value, new ArrayExpression([.. items.Select(Parenthesised.AsValue)], open.Place()));

    /// <summary>IS NULL.</summary>
    public static Operation IsNull(Token<Cql2Token> word, FilterExpression value) => Create(FilterOperators.IsNull, word, value);

    /// <summary>A predicate written as a function, or a function.</summary>
    public static Operation Call(Token<Cql2Token> name, FilterExpression[] arguments)
    {
        var written = name.ToStringValue();
        return OperationRules.TakesLists(written)
            ? OperationRules.Create(written.Normalize(), [.. arguments.Select(Parenthesised.AsItem)], name.Place())
            : Create(written, name, arguments);
    }

    /// <summary>A minus before something: of a number the negative number, of anything else minus one times it.</summary>
    public static FilterExpression Minus(Token<Cql2Token> sign, FilterExpression operand) => Parenthesised.AsValue(operand) switch
    {
        Literal { Value: long whole and not long.MinValue } => new Literal(-whole, sign.Place()),
        Literal { Value: double number } => new Literal(-number, sign.Place()),
        var other => Create("*", sign, new Literal(-1L, sign.Place()), other),
    };

    private static Operation Create(string name, Token<Cql2Token> token, params FilterExpression[] arguments) =>
        OperationRules.Create(name, [.. arguments.Select(Parenthesised.AsValue)], token.Place());
}
