namespace Geo.Engine.Economy;

/// <summary>What an activity is counted by.</summary>
public enum ActivityBasis
{
    /// <summary>Hectares on the ground.</summary>
    Hectare,

    /// <summary>People who live there.</summary>
    Person,
}
