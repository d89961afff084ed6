namespace Geo.Engine.Radio.Antennas;

/// <summary>An antenna file of a store.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Sha256">Hash of its bytes, hexadecimal.</param>
/// <param name="File">What it says, or what is wrong with it.</param>
public sealed record StoredAntenna(string Name, string Sha256, MsiParse File);
