namespace Geo.Engine.Radio;

/// <summary>What the rural macro model needs to know of a link besides its length.</summary>
/// <param name="FrequencyGigahertz">Carrier frequency, 0.5 to 7 GHz (to 30 GHz on thin evidence).</param>
/// <param name="BaseHeightMetres">Antenna height of the base station above ground, 10 to 150 m.</param>
/// <param name="ReceiverHeightMetres">Antenna height of the receiver above ground, 1 to 10 m.</param>
/// <param name="BuildingHeightMetres">Mean height of buildings, 5 to 50 m.</param>
/// <param name="StreetWidthMetres">Mean width of streets, 5 to 50 m.</param>
public readonly record struct RuralMacroScene(
    double FrequencyGigahertz, double BaseHeightMetres, double ReceiverHeightMetres, double BuildingHeightMetres, double StreetWidthMetres);
