namespace Geo.Engine.Suitability.Expressions;

/// <summary>What a piece of an expression is.</summary>
public enum ExpressionKind
{
    /// <summary>An amount, that can be reckoned with.</summary>
    Number,

    /// <summary>True (1), false (0) or unknown (NaN).</summary>
    Truth,

    /// <summary>The code of a category: it can be asked for, not reckoned with.</summary>
    Code,
}
