namespace Geo.Engine.Radio.Calibration;

/// <summary>One measured level.</summary>
/// <param name="Longitude">Degrees, WGS 84.</param>
/// <param name="Latitude">Degrees, WGS 84.</param>
/// <param name="Site">The site it was received from.</param>
/// <param name="Band">The band; empty where the file does not say.</param>
/// <param name="RsrpDbm">SS-RSRP, dBm per resource element.</param>
/// <param name="Time">When.</param>
/// <param name="Line">Line in the file, from 1.</param>
public sealed record Measurement(double Longitude, double Latitude, string Site, string Band, double RsrpDbm, DateTimeOffset Time, long Line);
