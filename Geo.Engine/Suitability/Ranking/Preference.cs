namespace Geo.Engine.Suitability.Ranking;

/// <summary>How strongly a lead in one criterion is felt, 0 to 1: the generalised criteria of PROMETHEE. A closed family.</summary>
/// <remarks>Source: Brans, J. P. and Vincke, P. (1985), Management Science 31:647.</remarks>
public abstract record Preference
{
    private Preference()
    {
    }

    /// <summary>The preference for a lead; 0 for a lead of 0 or less.</summary>
    /// <param name="lead">In the units of the criterion.</param>
    public abstract double Strength(double lead);

    /// <summary>Any lead counts in full (type I).</summary>
    public sealed record Usual : Preference
    {
        /// <inheritdoc/>
        public override double Strength(double lead) => lead > 0 ? 1 : 0;
    }

    /// <summary>Rises evenly from the indifference to the preference threshold (type V; type III with an indifference of 0).</summary>
    /// <param name="Indifference">Leads up to it are not felt, at least 0.</param>
    /// <param name="Full">Leads from it on count in full, above the indifference.</param>
    public sealed record Linear(double Indifference, double Full) : Preference
    {
        /// <inheritdoc/>
        public override double Strength(double lead) => Math.Clamp((lead - Indifference) / (Full - Indifference), 0, 1);
    }

    /// <summary>Half between the thresholds, full beyond (type IV; type II with equal thresholds).</summary>
    /// <param name="Indifference">Leads up to it are not felt, at least 0.</param>
    /// <param name="Full">Leads above it count in full, at least the indifference.</param>
    public sealed record Level(double Indifference, double Full) : Preference
    {
        /// <inheritdoc/>
        public override double Strength(double lead) => lead <= Indifference ? 0 : lead <= Full ? 0.5 : 1;
    }

    /// <summary>Rises as the bell of Gauss falls (type VI).</summary>
    /// <param name="Spread">The lead at the point of inflection, above 0.</param>
    public sealed record Gaussian(double Spread) : Preference
    {
        /// <inheritdoc/>
        public override double Strength(double lead) => lead <= 0 ? 0 : 1 - Math.Exp(-lead * lead / (2 * Spread * Spread));
    }
}
