namespace Geo.Engine.Suitability;

/// <summary>How the weights of a theme's criteria are found. A closed family.</summary>
public abstract record Weighting
{
    private Weighting()
    {
    }

    /// <summary>Weights given as numbers, in the order of the criteria; only their ratios matter.</summary>
    /// <param name="Raw">As written: finite, not negative, not all zero.</param>
    public sealed record Direct(IReadOnlyList<double> Raw) : Weighting;
}
