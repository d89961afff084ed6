namespace Geo.Engine.Suitability;

/// <summary>How a value is compared with a limit.</summary>
public enum Comparison
{
    /// <summary>Less than.</summary>
    Less,

    /// <summary>Less than or equal.</summary>
    LessOrEqual,

    /// <summary>Greater than.</summary>
    Greater,

    /// <summary>Greater than or equal.</summary>
    GreaterOrEqual,
}
