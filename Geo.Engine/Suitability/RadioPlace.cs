namespace Geo.Engine.Suitability;

/// <summary>Where a receiver is.</summary>
public enum RadioPlace
{
    /// <summary>In the open.</summary>
    Outdoor,

    /// <summary>In a house without metallised glass or foil.</summary>
    IndoorTraditional,

    /// <summary>In a house that keeps heat.</summary>
    IndoorEfficient,
}
