namespace Geo.Engine.Suitability.Expressions;

/// <summary>Everything an expression can do. What a cell without a value (NaN) does is said with each.</summary>
public enum ExpressionOperation
{
    /// <summary>a + b; no value when one has none.</summary>
    Add,

    /// <summary>a - b; no value when one has none.</summary>
    Subtract,

    /// <summary>a * b; no value when one has none.</summary>
    Multiply,

    /// <summary>a / b; no value when one has none, or b is 0.</summary>
    Divide,

    /// <summary>a ^ b; no value when one has none, or the power is not a number.</summary>
    Power,

    /// <summary>-a; no value when it has none.</summary>
    Negate,

    /// <summary>a &lt; b; unknown when one has no value.</summary>
    Less,

    /// <summary>a &lt;= b; unknown when one has no value.</summary>
    LessOrEqual,

    /// <summary>a > b; unknown when one has no value.</summary>
    Greater,

    /// <summary>a >= b; unknown when one has no value.</summary>
    GreaterOrEqual,

    /// <summary>a == b; unknown when one has no value.</summary>
    Equal,

    /// <summary>a != b; unknown when one has no value.</summary>
    NotEqual,

    /// <summary>a and b: false when one is false, whatever the other; else unknown when one is (Kleene).</summary>
    And,

    /// <summary>a or b: true when one is true, whatever the other; else unknown when one is (Kleene).</summary>
    Or,

    /// <summary>not a; unknown when it is.</summary>
    Not,

    /// <summary>min(a, b, ...): the least; no value when one has none.</summary>
    Minimum,

    /// <summary>max(a, b, ...): the greatest; no value when one has none.</summary>
    Maximum,

    /// <summary>abs(a); no value when it has none.</summary>
    Absolute,

    /// <summary>sqrt(a); no value when it has none or is negative.</summary>
    SquareRoot,

    /// <summary>exp(a); no value when it has none, or the result is beyond all numbers.</summary>
    Exponential,

    /// <summary>log(a), the natural logarithm; no value when it has none or is not above 0.</summary>
    Logarithm,

    /// <summary>if(condition, a, b): a where it is true, b where it is false, no value where it is unknown. The one not taken may be without value.</summary>
    If,

    /// <summary>clamp(a, low, high): a, but at least low and at most high; no value when one has none. Where low is above high, high.</summary>
    Clamp,

    /// <summary>known(a): true where a has a value, false where it has none; never unknown.</summary>
    Known,
}
