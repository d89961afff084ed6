namespace Geo.Engine.Radio.Spectrum;

/// <summary>The right to a piece of spectrum. Its name is for people: two different blocks have been called B1.</summary>
/// <param name="Block">Name of the block in the auction.</param>
/// <param name="Operator">Id of the holder; null where none has been named.</param>
/// <param name="Bands">NR bands in which it may be used.</param>
/// <param name="LowMegahertz">Lower edge of the downlink, MHz.</param>
/// <param name="HighMegahertz">Upper edge of the downlink, MHz.</param>
/// <param name="Date">Since when, as written in the table (a day or a month).</param>
/// <param name="Source">Who says so.</param>
public sealed record Licence(
    string Block, string? Operator, IReadOnlyList<string> Bands, double LowMegahertz, double HighMegahertz, string Date, string Source);
