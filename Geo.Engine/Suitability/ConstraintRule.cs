using System.Text.Json.Serialization;

namespace Geo.Engine.Suitability;

/// <summary>Which cells a constraint removes. A closed family.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(NearFeatures), "near_features")]
[JsonDerivedType(typeof(AwayFromFeatures), "away_from_features")]
[JsonDerivedType(typeof(InCategories), "in_categories")]
[JsonDerivedType(typeof(Unless), "unless")]
[JsonDerivedType(typeof(UnlessTrue), "unless_true")]
public abstract record ConstraintRule
{
    private ConstraintRule()
    {
    }

    /// <summary>Removes cells on a layer's features or not farther than a buffer from them.</summary>
    /// <param name="Features">The features.</param>
    /// <param name="BufferMetres">Distance that is removed as well, 0 or more; a cell at exactly this distance is removed.</param>
    public sealed record NearFeatures(FeatureSource Features, double BufferMetres) : ConstraintRule;

    /// <summary>Removes cells farther than a buffer from a layer's features.</summary>
    /// <param name="Features">The features.</param>
    /// <param name="BufferMetres">Distance that is still kept, 0 or more.</param>
    public sealed record AwayFromFeatures(FeatureSource Features, double BufferMetres) : ConstraintRule;

    /// <summary>Removes cells of some categories or not farther than a buffer from them.</summary>
    /// <param name="Grid">A categorical grid.</param>
    /// <param name="Categories">The codes.</param>
    /// <param name="BufferMetres">Distance that is removed as well, 0 or more.</param>
    public sealed record InCategories(GridSource Grid, IReadOnlyList<int> Categories, double BufferMetres) : ConstraintRule;

    /// <summary>Removes cells for which the comparison does not hold; a cell without a value is removed.</summary>
    /// <param name="Measure">What is measured.</param>
    /// <param name="Comparison">How it is compared.</param>
    /// <param name="Limit">The limit, in the measure's unit.</param>
    public sealed record Unless(Measure Measure, Comparison Comparison, double Limit) : ConstraintRule;

    /// <summary>Removes cells for which a condition is false or unknown.</summary>
    /// <param name="Condition">An expression that gives truth.</param>
    public sealed record UnlessTrue(Measure.Calculated Condition) : ConstraintRule;
}
