using System.Text.Json.Serialization;

namespace Geo.Engine.Suitability;

/// <summary>Numbers of a radio measure; columns of the mast layer give height, frequency and power.</summary>
/// <param name="ReceiverHeightMetres">Height of the phone above ground, 1 to 10 m.</param>
/// <param name="ThresholdDbm">Received power per resource element that counts as covered, dBm.</param>
/// <param name="ReachMetres">Farthest distance at which a mast is looked at, metres.</param>
public sealed record RadioSettings(double ReceiverHeightMetres, double ThresholdDbm, double ReachMetres)
{
    /// <summary>A calibration of the store whose offsets are added to the levels; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Calibration { get; init; }

    /// <summary>The ground for ITU-R P.1812; null for 3GPP's rural macro model, which knows none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RadioGround? Ground { get; init; }
}
