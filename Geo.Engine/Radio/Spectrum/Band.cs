namespace Geo.Engine.Radio.Spectrum;

/// <summary>An NR band.</summary>
/// <param name="Id">For example <c>n28</c>.</param>
/// <param name="LowMegahertz">Lower edge of the downlink, MHz.</param>
/// <param name="HighMegahertz">Upper edge of the downlink, MHz.</param>
/// <param name="IsTimeDivision">True when uplink and downlink share the frequencies by turns.</param>
public sealed record Band(string Id, double LowMegahertz, double HighMegahertz, bool IsTimeDivision);
