namespace Geo.Engine.Radio.Entry;

/// <summary>How buildings keep heat, and with it radio waves, as ITU-R P.2109 tells them apart.</summary>
public enum BuildingKind
{
    /// <summary>Without metallised glass or foil; most houses of the delta.</summary>
    Traditional,

    /// <summary>With metallised glass, or insulation backed by foil.</summary>
    ThermallyEfficient,
}
