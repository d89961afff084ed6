namespace Geo.Engine.Radio.Antennas;

/// <summary>What came of reading an antenna file.</summary>
/// <param name="Name">Its NAME line; empty when it has none.</param>
/// <param name="Cuts">The pattern; null when there are problems.</param>
/// <param name="Problems">Everything wrong with the file.</param>
public sealed record MsiParse(string Name, PatternCuts? Cuts, IReadOnlyList<BilingualText> Problems);
