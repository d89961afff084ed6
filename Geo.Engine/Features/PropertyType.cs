namespace Geo.Engine.Features;

/// <summary>The type of a feature property, with the CLR type that carries it; any value may be null.</summary>
public enum PropertyType
{
    /// <summary><see cref="string"/>, NFC.</summary>
    Text,

    /// <summary><see cref="long"/>.</summary>
    Integer,

    /// <summary><see cref="double"/>, finite.</summary>
    Number,

    /// <summary><see cref="bool"/>.</summary>
    Boolean,

    /// <summary><see cref="DateOnly"/>.</summary>
    Date,

    /// <summary><see cref="DateTime"/> of kind UTC.</summary>
    DateTime,
}
