namespace Geo.Engine.Suitability;

/// <summary>
/// Turns a measured value into a degree of fitness from 0 to 1. A closed family; all parameters are frozen in the scenario, never
/// taken from the data, so that two scenarios stay comparable. NaN in gives NaN out.
/// </summary>
public abstract record Membership
{
    private Membership()
    {
    }

    /// <summary>The degree of one value, 0 to 1; NaN for NaN.</summary>
    public abstract double Degree(double value);
}
