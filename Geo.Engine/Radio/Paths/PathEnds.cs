namespace Geo.Engine.Radio.Paths;

/// <summary>The two ends of a path.</summary>
/// <param name="TransmitterHeightMetres">Antenna of the transmitter above its ground (over water: above the water), greater than 0.</param>
/// <param name="ReceiverHeightMetres">Antenna of the receiver above its ground, greater than 0.</param>
/// <param name="TransmitterCoastKilometres">Land between the transmitter and the sea along the path; null where the zones of the profile tell.</param>
/// <param name="ReceiverCoastKilometres">Land between the receiver and the sea along the path; null where the zones of the profile tell.</param>
public readonly record struct PathEnds(
    double TransmitterHeightMetres,
    double ReceiverHeightMetres,
    double? TransmitterCoastKilometres = null,
    double? ReceiverCoastKilometres = null);
