namespace Geo.Engine.Suitability;

/// <summary>The classes of FAO (1976), A framework for land evaluation; the numbers are those of the class grids.</summary>
public enum SuitabilityClass : byte
{
    /// <summary>No class: outside the study area, removed by a constraint, or without data.</summary>
    None = 0,

    /// <summary>Highly suitable.</summary>
    S1 = 1,

    /// <summary>Moderately suitable.</summary>
    S2 = 2,

    /// <summary>Marginally suitable.</summary>
    S3 = 3,

    /// <summary>Not suitable.</summary>
    N = 4,
}
