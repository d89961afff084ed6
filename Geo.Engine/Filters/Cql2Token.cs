using Superpower.Display;

namespace Geo.Engine.Filters;

/// <summary>The kinds of words and signs of CQL2-Text. A word that is special only before a parenthesis is a <see cref="Name"/> elsewhere.</summary>
internal enum Cql2Token
{
    /// <summary>Name of a property.</summary>
    Name,

    /// <summary>Name of a property in double quotes.</summary>
    QuotedName,

    /// <summary>Name before a parenthesis: a function, or a predicate that is written as one.</summary>
    Function,

    /// <summary>Text in single quotes.</summary>
    Text,

    /// <summary>A number without its sign.</summary>
    Number,

    /// <summary>Word of a geometry but a collection.</summary>
    Geometry,

    /// <summary><c>GEOMETRYCOLLECTION</c>.</summary>
    Collection,

    /// <summary><c>BBOX</c>.</summary>
    Box,

    /// <summary><c>DATE</c>.</summary>
    Date,

    /// <summary><c>TIMESTAMP</c>.</summary>
    Timestamp,

    /// <summary><c>INTERVAL</c>.</summary>
    Interval,

    /// <summary><c>TRUE</c> or <c>FALSE</c>.</summary>
    Truth,

    /// <summary><c>AND</c>.</summary>
    And,

    /// <summary><c>OR</c>.</summary>
    Or,

    /// <summary><c>NOT</c>.</summary>
    Not,

    /// <summary><c>LIKE</c>.</summary>
    [Token(Example = "LIKE")]
    Like,

    /// <summary><c>ILIKE</c>, which PostgreSQL and QGIS have and CQL2 has not.</summary>
    [Token(Example = "ILIKE")]
    ILike,

    /// <summary><c>BETWEEN</c>.</summary>
    [Token(Example = "BETWEEN")]
    Between,

    /// <summary><c>IN</c>.</summary>
    [Token(Example = "IN")]
    In,

    /// <summary><c>IS</c>.</summary>
    Is,

    /// <summary><c>NULL</c>.</summary>
    [Token(Example = "NULL")]
    Null,

    /// <summary>A comparison sign.</summary>
    Comparison,

    /// <summary>Plus.</summary>
    Plus,

    /// <summary>Minus.</summary>
    Minus,

    /// <summary>Times, divided by, remainder, or whole division.</summary>
    Product,

    /// <summary>To the power of.</summary>
    Power,

    /// <summary>Opening parenthesis.</summary>
    [Token(Example = "(")]
    Open,

    /// <summary>Closing parenthesis.</summary>
    [Token(Example = ")")]
    Close,

    /// <summary>Comma.</summary>
    [Token(Example = ",")]
    Comma,
}
