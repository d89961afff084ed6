namespace Geo.Engine.Radio.Networks;

/// <summary>
/// What a network gives to an administrative unit. Expected figures are sums of shares of places; the denominators are all hectares and all people of the
/// unit's cells, a cell belonging to the unit that holds its centre.
/// </summary>
public sealed class UnitCoverage
{
    /// <summary>Hectares on the ground.</summary>
    public double Hectares { get; internal set; }

    /// <summary>Hectares expected to have signal.</summary>
    public double SignalHectares { get; internal set; }

    /// <summary>Hectares expected to be served to standard.</summary>
    public double StandardHectares { get; internal set; }

    /// <summary>Hectares whose ground is unknown or that no site was computed for.</summary>
    public double UncomputedHectares { get; internal set; }

    /// <summary>Hectares of which the population grid says nothing; their people are missing from all figures.</summary>
    public double UncountedHectares { get; internal set; }

    /// <summary>People.</summary>
    public double People { get; internal set; }

    /// <summary>People expected to have signal.</summary>
    public double SignalPeople { get; internal set; }

    /// <summary>People expected to be served to standard.</summary>
    public double StandardPeople { get; internal set; }

    /// <summary>People in cells of class <see cref="CoverageClass.Standard"/>: served with the certainty the standard asks for.</summary>
    public double CertainPeople { get; internal set; }
}
