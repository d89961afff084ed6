using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace Geo.Engine.Filters;

/// <summary>
/// The grammar of CQL2-Text, from the loosest to the tightest binding. One word ahead always decides: nothing is tried and taken back, so time grows
/// with the length alone. It recurses only into parentheses, whose depth is bounded before.
/// </summary>
/// <remarks>
/// Source: OGC 21-065r2 Annex B. The standard's grammar asks for types; here conditions, numbers and texts are one kind of expression, and the types are
/// judged with the layer. Beyond it: ILIKE, minus before parentheses, <c>IN ()</c>, an expression in parentheses anywhere.
/// </remarks>
internal static class Cql2TextGrammar
{
    private static readonly TokenListParser<Cql2Token, Token<Cql2Token>> Comma = Token.EqualTo(Cql2Token.Comma);

    private static readonly TokenListParser<Cql2Token, Token<Cql2Token>> EndOfList = Token.EqualTo(Cql2Token.Close).Named("end of list");

    private static readonly TokenListParser<Cql2Token, FilterExpression> Nested = Superpower.Parse.Ref(() => Expression!).Named("value");

    private static readonly TokenListParser<Cql2Token, FilterExpression[]> List =
        Token.EqualTo(Cql2Token.Open).IgnoreThen(Nested.ManyDelimitedBy(Comma, EndOfList));

    private static readonly TokenListParser<Cql2Token, FilterExpression> Group =
        from open in Superpower.Parse.Ref(() => OpenAhead!)
        from items in List
        select Parenthesised.Of(items, open.Place());

    private static readonly TokenListParser<Cql2Token, FilterExpression> Call =
        from name in Token.EqualTo(Cql2Token.Function)
        from arguments in List
        select (FilterExpression)Cql2TextOperations.Call(name, arguments);

    private static readonly TokenListParser<Cql2Token, FilterExpression> Property =
        Token.EqualTo(Cql2Token.Name).Or(Token.EqualTo(Cql2Token.QuotedName)).Select(name => (FilterExpression)Cql2TextLiterals.Property(name));

    private static readonly TokenListParser<Cql2Token, Token<Cql2Token>> Text = Token.EqualTo(Cql2Token.Text).Named("text");

    private static readonly TokenListParser<Cql2Token, FilterExpression> Instant =
        from word in Token.EqualTo(Cql2Token.Date).Or(Token.EqualTo(Cql2Token.Timestamp))
        from open in Token.EqualTo(Cql2Token.Open)
        from text in Text
        from close in Token.EqualTo(Cql2Token.Close)
        select (FilterExpression)ReadInstant(word, Cql2TextLiterals.Text(text));

    private static readonly TokenListParser<Cql2Token, FilterExpression?> End =
        Text.Select(text => (FilterExpression?)FilterInstants.ReadEnd(Cql2TextLiterals.Text(text), text.Place()))
            .Or(Property.Or(Call).Select(expression => (FilterExpression?)expression)).Named("end of interval");

    private static readonly TokenListParser<Cql2Token, FilterExpression> Interval =
        from word in Token.EqualTo(Cql2Token.Interval)
        from open in Token.EqualTo(Cql2Token.Open)
        from start in End
        from comma in Comma
        from end in End
        from close in Token.EqualTo(Cql2Token.Close)
        select (FilterExpression)new IntervalExpression(start, end, word.Place());

    // Chosen by the kind of the next word: alternatives tried in turn would each cost stack, on every level of parentheses.
    private static readonly Dictionary<Cql2Token, TokenListParser<Cql2Token, FilterExpression>> Beginnings = new()
    {
        [Cql2Token.Name] = Property,
        [Cql2Token.QuotedName] = Property,
        [Cql2Token.Number] = Token.EqualTo(Cql2Token.Number).Select(number => (FilterExpression)Cql2TextLiterals.Number(null, number)),
        [Cql2Token.Text] = Token.EqualTo(Cql2Token.Text).Select(text => (FilterExpression)new Literal(Cql2TextLiterals.Text(text), text.Place())),
        [Cql2Token.Truth] = Token.EqualTo(Cql2Token.Truth).Select(truth => (FilterExpression)Cql2TextLiterals.Truth(truth)),
        [Cql2Token.Open] = Group,
        [Cql2Token.Function] = Call,
        [Cql2Token.Date] = Instant,
        [Cql2Token.Timestamp] = Instant,
        [Cql2Token.Interval] = Interval,
        [Cql2Token.Box] = Cql2TextGeometry.Box,
        [Cql2Token.Geometry] = Cql2TextGeometry.Literal,
        [Cql2Token.Collection] = Cql2TextGeometry.Literal,
    };

    private static readonly TokenListParser<Cql2Token, FilterExpression> Primary = input =>
        input.ConsumeToken() is { HasValue: true } next && Beginnings.TryGetValue(next.Value.Kind, out var parser)
            ? parser(input)
            : TokenListParserResult.Empty<Cql2Token, FilterExpression>(input, ["value"]);

    private static readonly TokenListParser<Cql2Token, FilterExpression> Factor = Primary
        .Or(Token.EqualTo(Cql2Token.Minus).Then(sign => Signed(sign).Or(Primary.Select(operand => Cql2TextOperations.Minus(sign, operand))).Named("value")))
        .Or(Token.EqualTo(Cql2Token.Plus).Then(sign => Signed(sign).Named("number")))
        .Named("value");

    private static readonly TokenListParser<Cql2Token, FilterExpression> Power =
        from left in Factor
        from right in Token.EqualTo(Cql2Token.Power).Then(sign => Factor.Select(right => (sign, right))).Optional()
        select right is var (sign, operand) ? Cql2TextOperations.Binary(sign, left, operand) : left;

    private static readonly TokenListParser<Cql2Token, FilterExpression> Product =
        Superpower.Parse.Chain(Token.EqualTo(Cql2Token.Product), Power, Cql2TextOperations.Binary);

    private static readonly TokenListParser<Cql2Token, FilterExpression> Sum =
        Superpower.Parse.Chain(Token.EqualTo(Cql2Token.Plus).Or(Token.EqualTo(Cql2Token.Minus)), Product, Cql2TextOperations.Binary);

    private static readonly TokenListParser<Cql2Token, Func<FilterExpression, Operation>> Comparison =
        from sign in Token.EqualTo(Cql2Token.Comparison)
        from right in Sum
        select new Func<FilterExpression, Operation>(left => Cql2TextOperations.Binary(sign, left, right));

    private static readonly TokenListParser<Cql2Token, Func<FilterExpression, Operation>> IsNull =
        from word in Token.EqualTo(Cql2Token.Is)
        from not in Token.EqualTo(Cql2Token.Not).Optional()
        from nothing in Token.EqualTo(Cql2Token.Null)
        select new Func<FilterExpression, Operation>(value => Cql2TextOperations.Negate(not, Cql2TextOperations.IsNull(word, value)));

    private static readonly TokenListParser<Cql2Token, Func<FilterExpression, Operation>> Like =
        from word in Token.EqualTo(Cql2Token.Like).Or(Token.EqualTo(Cql2Token.ILike))
        from pattern in Sum
        select new Func<FilterExpression, Operation>(value => Cql2TextOperations.Like(word, value, pattern));

    private static readonly TokenListParser<Cql2Token, Func<FilterExpression, Operation>> Between =
        from word in Token.EqualTo(Cql2Token.Between)
        from least in Sum
        from and in Token.EqualTo(Cql2Token.And).Named("and of between")
        from most in Sum
        select new Func<FilterExpression, Operation>(value => Cql2TextOperations.Between(word, value, least, most));

    private static readonly TokenListParser<Cql2Token, Func<FilterExpression, Operation>> In =
        from word in Token.EqualTo(Cql2Token.In)
        from open in Superpower.Parse.Ref(() => OpenAhead!)
        from items in List
        select new Func<FilterExpression, Operation>(value => Cql2TextOperations.In(word, value, open, items));

    private static readonly TokenListParser<Cql2Token, Func<FilterExpression, Operation>> NotThen =
        from not in Token.EqualTo(Cql2Token.Not)
        from operation in Like.Or(Between).Or(In)
        select new Func<FilterExpression, Operation>(value => Cql2TextOperations.Not(not, operation(value)));

    private static readonly TokenListParser<Cql2Token, FilterExpression> Predicate =
        from left in Sum
        from operation in Comparison.Or(IsNull).Or(Like).Or(Between).Or(In).Or(NotThen).AsNullable().OptionalOrDefault()
        select operation is null ? left : operation(left);

    private static readonly TokenListParser<Cql2Token, FilterExpression> Negation = Predicate
        .Or(Token.EqualTo(Cql2Token.Not).Then(word => Predicate.Select(operand => (FilterExpression)Cql2TextOperations.Not(word, operand))));

    private static readonly TokenListParser<Cql2Token, FilterExpression> Conjunction = Chained(FilterOperators.And, Cql2Token.And, Negation);

    /// <summary>A whole filter, or what stands in parentheses or between commas.</summary>
    public static readonly TokenListParser<Cql2Token, FilterExpression> Expression =
        Chained(FilterOperators.Or, Cql2Token.Or, Conjunction).Named("value");

    private static readonly TokenListParser<Cql2Token, Token<Cql2Token>> OpenAhead = input =>
        Token.EqualTo(Cql2Token.Open)(input) is { HasValue: true } open
            ? TokenListParserResult.Value(open.Value, input, input)
            : Token.EqualTo(Cql2Token.Open)(input);

    private static TokenListParser<Cql2Token, FilterExpression> Chained(string name, Cql2Token word, TokenListParser<Cql2Token, FilterExpression> operand) =>
        from first in operand
        from rest in Token.EqualTo(word).Then(token => operand.Select(next => (token, next))).Many()
        select Cql2TextOperations.Chain(name, first, rest);

    private static TokenListParser<Cql2Token, FilterExpression> Signed(Token<Cql2Token> sign) =>
        Token.EqualTo(Cql2Token.Number).Select(number => (FilterExpression)Cql2TextLiterals.Number(sign, number));

    private static Literal ReadInstant(Token<Cql2Token> word, string text) =>
        word.Kind == Cql2Token.Date ? FilterInstants.ReadDate(text, word.Place()) : FilterInstants.ReadMoment(text, word.Place());
}
