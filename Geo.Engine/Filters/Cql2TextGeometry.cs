using NetTopologySuite.Geometries;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace Geo.Engine.Filters;

/// <summary>The geometries and boxes of CQL2-Text (well-known text): any brackets are read, then judged by the type.</summary>
internal static class Cql2TextGeometry
{
    private static readonly TokenListParser<Cql2Token, Token<Cql2Token>> EndOfNumbers = Token.EqualTo(Cql2Token.Close).Named("end of numbers");

    private static readonly TokenListParser<Cql2Token, Literal> Number =
        from sign in Token.EqualTo(Cql2Token.Minus).Or(Token.EqualTo(Cql2Token.Plus)).Optional()
        from number in Token.EqualTo(Cql2Token.Number)
        select Cql2TextLiterals.Number(sign, number);

    private static readonly TokenListParser<Cql2Token, CoordinateTree> Position =
        Number.Named("number").AtLeastOnce().Select(numbers => new CoordinateTree([.. numbers.Select(Cql2TextLiterals.Ordinate)], [], numbers[0].Place));

    private static readonly TokenListParser<Cql2Token, CoordinateTree> Coordinates =
        from open in Token.EqualTo(Cql2Token.Open)
        from parts in Position.Or(Superpower.Parse.Ref(() => Coordinates!)).Named("position").ManyDelimitedBy(Token.EqualTo(Cql2Token.Comma), EndOfNumbers)
        select new CoordinateTree(null, parts, open.Place());

    private static readonly TokenListParser<Cql2Token, Token<Cql2Token>?> Z =
        Token.EqualToValueIgnoreCase(Cql2Token.Function, "Z").Optional();

    private static readonly TokenListParser<Cql2Token, GeometryLiteral> Simple =
        from word in Token.EqualTo(Cql2Token.Geometry)
        from z in Z
        from coordinates in Coordinates
        select new GeometryLiteral(Build(word, z, coordinates), word.Place());

    private static readonly TokenListParser<Cql2Token, GeometryLiteral> Collection =
        from word in Token.EqualTo(Cql2Token.Collection)
        from z in Z
        from open in Token.EqualTo(Cql2Token.Open)
        from members in Simple.Named("geometry").ManyDelimitedBy(Token.EqualTo(Cql2Token.Comma), EndOfNumbers)
        select new GeometryLiteral(FilterGeometry.BuildCollection([.. members.Select(m => m.Value)], word.Place()), word.Place());

    /// <summary>A geometry literal.</summary>
    public static readonly TokenListParser<Cql2Token, FilterExpression> Literal = Simple.Or(Collection).Select(literal => (FilterExpression)literal);

    /// <summary>A box.</summary>
    public static readonly TokenListParser<Cql2Token, FilterExpression> Box =
        from word in Token.EqualTo(Cql2Token.Box)
        from open in Token.EqualTo(Cql2Token.Open)
        from numbers in Number.Named("number").ManyDelimitedBy(Token.EqualTo(Cql2Token.Comma), EndOfNumbers)
        select (FilterExpression)ToBox(numbers, word.Place());

    private static Geometry Build(Token<Cql2Token> word, Token<Cql2Token>? z, CoordinateTree coordinates)
    {
        var type = FilterGeometry.Types.First(t => word.Span.EqualsValueIgnoreCase(t));
        if (z is not null && coordinates.Positions().FirstOrDefault(p => p.Position is not [_, _, _]) is { } flat)
            throw new FilterException(flat.Place, "Hình học có Z: mỗi vị trí phải có 3 số.", "The geometry is marked Z: each position has three numbers.");
        return FilterGeometry.Build(type, type switch
        {
            "Point" => OnlyPosition(coordinates),
            "MultiPoint" => coordinates with { Parts = [.. coordinates.Parts.Select(part => part.Position is null ? OnlyPosition(part) : part)] },
            _ => coordinates,
        });
    }

    private static CoordinateTree OnlyPosition(CoordinateTree list) => list.Parts is [{ Position: not null } one]
        ? one
        : throw new FilterException(list.Place, "Ở đây phải có đúng một vị trí.", "Here must stand exactly one position.");

    private static BoxLiteral ToBox(Literal[] numbers, FilterPlace place) => numbers.Length is 4 or 6
        ? new BoxLiteral([.. numbers.Select(Cql2TextLiterals.Ordinate)], place)
        : throw new FilterException(place, "BBOX phải có 4 hoặc 6 số.", "BBOX has four or six numbers.");
}
