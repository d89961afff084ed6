using System.Text.Json.Serialization;
using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Suitability.Expressions;

namespace Geo.Engine.Suitability;

/// <summary>What is measured in every cell, before it is judged. A closed family: the runner knows how to evaluate each case.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(GridValue), "value")]
[JsonDerivedType(typeof(CoveredShare), "covered_share")]
[JsonDerivedType(typeof(Distance), "euclidean_distance")]
[JsonDerivedType(typeof(DistanceToCategory), "distance_to_category")]
[JsonDerivedType(typeof(Interpolated), "interpolate")]
[JsonDerivedType(typeof(Coverage), "radio")]
[JsonDerivedType(typeof(SumWithin), "sum_within")]
[JsonDerivedType(typeof(NearestFeature), "nearest_feature")]
[JsonDerivedType(typeof(CheapestWay), "cost_distance")]
[JsonDerivedType(typeof(Density), "density")]
[JsonDerivedType(typeof(Steepness), "slope")]
[JsonDerivedType(typeof(ClassShare), "class_share")]
[JsonDerivedType(typeof(MonthsInRange), "months_in_range")]
[JsonDerivedType(typeof(NaturalNeighbours), "natural_neighbours")]
[JsonDerivedType(typeof(Kriged), "kriging")]
[JsonDerivedType(typeof(Calculated), "expression")]
public abstract record Measure
{
    private Measure()
    {
    }

    /// <summary>The unit of the values (UCUM); null when the grid itself says it, or for codes.</summary>
    public abstract string? Unit { get; }

    /// <summary>The measures that it is made of; none when it reads layers only.</summary>
    [JsonIgnore]
    public virtual IEnumerable<Measure> Parts => [];

    /// <summary>It and all that it is made of, as often as they are used.</summary>
    public IEnumerable<Measure> All() => Parts.SelectMany(p => p.All()).Prepend(this);

    /// <summary>The value of a stored grid; a code when the grid is categorical.</summary>
    /// <param name="Source">The grid.</param>
    public sealed record GridValue(GridSource Source) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => null;
    }

    /// <summary>Share of each cell that polygons cover, 0 to 1, whatever they overlap.</summary>
    /// <param name="From">The polygons.</param>
    public sealed record CoveredShare(FeatureSource From) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => "1";
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

    /// <summary>The signal of the best of the masts, by TR 38.901 RMa or, over known ground, by ITU-R P.1812.</summary>
    /// <param name="Masts">Points with the columns <c>height_m</c>, <c>frequency_mhz</c> (over known ground: <c>band</c>), <c>eirp_re_dbm</c>.</param>
    /// <param name="Quantity">What is asked of the signal.</param>
    /// <param name="Radio">Its numbers.</param>
    public sealed record Coverage(FeatureSource Masts, CoverageQuantity Quantity, RadioSettings Radio) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => Quantity switch
        {
            CoverageQuantity.Rsrp => "dBm",
            CoverageQuantity.Sinr => "dB",
            CoverageQuantity.Rate => "Mbit/s",
            _ => "1",
        };
    }

    /// <summary>Sum of a grid's values over the cells whose centre is within a radius, for example people within 3 km.</summary>
    /// <param name="Source">A grid of counts.</param>
    /// <param name="RadiusMetres">The radius, metres.</param>
    public sealed record SumWithin(GridSource Source, double RadiusMetres) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => "1";
    }

    /// <summary>The value of a column of the feature nearest to the cell, by straight distance between centres of cells; of equally near ones, that of the first cell from the top left.</summary>
    /// <param name="From">The features; where two claim one cell, the first of the layer has it.</param>
    /// <param name="Column">The column with the value.</param>
    /// <param name="ValueUnit">Unit of the column.</param>
    public sealed record NearestFeature(FeatureSource From, string Column, string? ValueUnit) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => ValueUnit;
    }

    /// <summary>Accumulated cost of the cheapest way to the nearest feature: the friction of the cells on the way times metres. No value where no way leads.</summary>
    /// <param name="From">The features, of one layer or several.</param>
    /// <param name="Friction">Cost of one metre, at least 0; cells without a value are barriers.</param>
    /// <param name="Knight">Whether ways go on to sixteen neighbours instead of eight.</param>
    /// <param name="ValueUnit">Unit of the cost: that of the friction times metres.</param>
    public sealed record CheapestWay(IReadOnlyList<FeatureSource> From, Measure Friction, bool Knight, string? ValueUnit) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => ValueUnit;

        /// <inheritdoc/>
        public override IEnumerable<Measure> Parts => [Friction];
    }

    /// <summary>Density of points or lines around a cell.</summary>
    /// <param name="From">The features.</param>
    /// <param name="OfLines">True for kilometres of line, false for the number of points.</param>
    /// <param name="Kernel">How weights fall with distance.</param>
    /// <param name="RadiusMetres">Where they end.</param>
    /// <param name="WeightColumn">A column that says how much each counts; null when all count 1.</param>
    public sealed record Density(FeatureSource From, bool OfLines, DensityKernel Kernel, double RadiusMetres, string? WeightColumn) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => OfLines ? "km/km2" : "/km2";
    }

    /// <summary>Slope of a grid of heights, on its own cells, then laid on the scenario's.</summary>
    /// <param name="Heights">The heights, metres.</param>
    /// <param name="In">Degrees or percent.</param>
    public sealed record Steepness(GridSource Heights, SlopeUnit In) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => In == SlopeUnit.Degrees ? "deg" : "%";
    }

    /// <summary>Share of some categories among the cells within a radius, 0 to 1.</summary>
    /// <param name="Source">A categorical grid.</param>
    /// <param name="Categories">The codes.</param>
    /// <param name="RadiusMetres">The radius, metres.</param>
    public sealed record ClassShare(GridSource Source, IReadOnlyList<int> Categories, double RadiusMetres) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => "1";
    }

    /// <summary>In how many months a value lies within a range, both ends included.</summary>
    /// <param name="Months">The months in order.</param>
    /// <param name="Low">Lowest value that counts, in their unit.</param>
    /// <param name="High">Highest value that counts.</param>
    /// <param name="LongestRun">True for the longest run of such months, over the turn of the year too; false for their number.</param>
    public sealed record MonthsInRange(IReadOnlyList<Measure> Months, double Low, double High, bool LongestRun) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => "mo";

        /// <inheritdoc/>
        public override IEnumerable<Measure> Parts => Months;
    }

    /// <summary>Values of stations by natural neighbours (Sibson); no value outside their convex hull.</summary>
    /// <param name="Stations">Points with a value.</param>
    /// <param name="Column">The column with the value.</param>
    /// <param name="ValueUnit">Unit of the column.</param>
    public sealed record NaturalNeighbours(FeatureSource Stations, string Column, string? ValueUnit) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => ValueUnit;
    }

    /// <summary>Values of stations by ordinary kriging, or their standard errors.</summary>
    /// <param name="Stations">Points with a value.</param>
    /// <param name="Column">The column with the value.</param>
    /// <param name="ValueUnit">Unit of the column.</param>
    /// <param name="Model">The model of the variogram.</param>
    /// <param name="Frozen">The variogram; null to fit the model to the stations.</param>
    /// <param name="Output">Value or standard error.</param>
    public sealed record Kriged(FeatureSource Stations, string Column, string? ValueUnit, VariogramModel Model, Variogram? Frozen, KrigingOutput Output) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => ValueUnit;
    }

    /// <summary>An expression over other measures; see <see cref="ExpressionReader"/>.</summary>
    /// <param name="Expression">Its text, which has been read and judged.</param>
    /// <param name="Operands">What its names stand for.</param>
    /// <param name="ValueUnit">Unit of its values.</param>
    /// <param name="IsTruth">Whether its values are true (1) and false (0).</param>
    public sealed record Calculated(string Expression, IReadOnlyList<NamedMeasure> Operands, string? ValueUnit, bool IsTruth) : Measure
    {
        /// <inheritdoc/>
        public override string? Unit => ValueUnit;

        /// <inheritdoc/>
        public override IEnumerable<Measure> Parts => Operands.Select(o => o.Measure);
    }
}
