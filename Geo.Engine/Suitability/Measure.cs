using System.Text.Json.Serialization;

namespace Geo.Engine.Suitability;

/// <summary>What is measured in every cell, before it is judged. A closed family: the runner knows how to evaluate each case.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(GridValue), "value")]
[JsonDerivedType(typeof(Distance), "euclidean_distance")]
[JsonDerivedType(typeof(DistanceToCategory), "distance_to_category")]
[JsonDerivedType(typeof(Interpolated), "interpolate")]
[JsonDerivedType(typeof(Coverage), "radio")]
[JsonDerivedType(typeof(SumWithin), "sum_within")]
public abstract record Measure
{
    private Measure()
    {
    }

    /// <summary>The unit of the values (UCUM); null when the grid itself says it, or for codes.</summary>
    public abstract string? Unit { get; }

    /// <summary>The value of a stored grid; a code when the grid is categorical.</summary>
    /// <param name="Source">The grid.</param>
    public sealed record GridValue(GridSource Source) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => null;
    }

    /// <summary>Distance in metres from the cell to the nearest cell that holds a feature; 0 on the feature.</summary>
    /// <param name="From">The features, of one layer or several.</param>
    public sealed record Distance(IReadOnlyList<FeatureSource> From) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => "m";
    }

    /// <summary>Distance in metres to the nearest cell of some categories.</summary>
    /// <param name="From">A categorical grid.</param>
    /// <param name="Categories">The codes.</param>
    public sealed record DistanceToCategory(GridSource From, IReadOnlyList<int> Categories) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => "m";
    }

    /// <summary>
    /// Values of stations spread by inverse distance weighting; with <paramref name="Water"/>, distances are counted along the water
    /// and a cell on land takes the value of the nearest water.
    /// </summary>
    /// <param name="Stations">Points with a value.</param>
    /// <param name="Column">The column with the value.</param>
    /// <param name="Power">Exponent of the distance, greater than 0.</param>
    /// <param name="ValueUnit">Unit of the column.</param>
    /// <param name="Water">Layers that make up the water; empty for straight distances.</param>
    /// <param name="ReachMetres">How far from water a value still holds; beyond it there is no value.</param>
    public sealed record Interpolated(
        FeatureSource Stations, string Column, double Power, string? ValueUnit, IReadOnlyList<FeatureSource> Water, double ReachMetres) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => ValueUnit;
    }

    /// <summary>The signal of the best of the masts, TR 38.901 RMa.</summary>
    /// <param name="Masts">Points with the columns <c>height_m</c>, <c>frequency_mhz</c>, <c>eirp_re_dbm</c>.</param>
    /// <param name="Quantity">What is asked of the signal.</param>
    /// <param name="Radio">Its numbers.</param>
    public sealed record Coverage(FeatureSource Masts, CoverageQuantity Quantity, RadioSettings Radio) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => Quantity == CoverageQuantity.Rsrp ? "dBm" : "1";
    }

    /// <summary>Sum of a grid's values over the cells whose centre is within a radius, for example people within 3 km.</summary>
    /// <param name="Source">A grid of counts.</param>
    /// <param name="RadiusMetres">The radius, metres.</param>
    public sealed record SumWithin(GridSource Source, double RadiusMetres) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => "1";
    }
}
