namespace Geo.Engine.Suitability;

/// <summary>How fuzzy sets are laid over each other; see <see cref="FuzzyOverlay"/>.</summary>
public enum FuzzyRule
{
    /// <summary>The least membership.</summary>
    And,

    /// <summary>The greatest membership.</summary>
    Or,

    /// <summary>The product.</summary>
    Product,

    /// <summary>The algebraic sum.</summary>
    Sum,

    /// <summary>Between product and sum.</summary>
    Gamma,
}
