namespace Geo.Engine.Radio.Networks;

/// <summary>One antenna as a table of masts has it. Numbers that are missing are NaN, texts empty.</summary>
public sealed record MastRow
{
    /// <summary>Names the row in messages.</summary>
    public required string Id { get; init; }

    /// <summary>Easting, metres.</summary>
    public required double X { get; init; }

    /// <summary>Northing, metres.</summary>
    public required double Y { get; init; }

    /// <summary><c>height_m</c>: antenna above ground, metres.</summary>
    public required double HeightMetres { get; init; }

    /// <summary><c>band</c>: NR band.</summary>
    public required string Band { get; init; }

    /// <summary><c>eirp_re_dbm</c>: EIRP per resource element where the antenna is strongest, dBm.</summary>
    public required double EirpDbm { get; init; }

    /// <summary><c>frequency_mhz</c>: carrier frequency, MHz, for the rural macro model; others take it from the carrier of the band.</summary>
    public double FrequencyMegahertz { get; init; } = double.NaN;

    /// <summary><c>operator</c>: id of the operator; empty takes the first carrier of the band.</summary>
    public string Operator { get; init; } = "";

    /// <summary><c>antenna</c>: <c>isotropic</c> (also when empty), <c>passive</c>, <c>panel</c>, or the name of an antenna file in the store.</summary>
    public string Antenna { get; init; } = "";

    /// <summary><c>bearing_deg</c>: where it looks, degrees clockwise from north; needed by all antennas but an isotropic one.</summary>
    public double BearingDegrees { get; init; } = double.NaN;

    /// <summary><c>tilt_deg</c>: mechanical tilt, positive down; 0 when missing.</summary>
    public double TiltDegrees { get; init; } = double.NaN;

    /// <summary><c>electrical_tilt_deg</c>: electrical tilt, positive down; 0 when missing.</summary>
    public double ElectricalTiltDegrees { get; init; } = double.NaN;

    /// <summary><c>load</c>: share of resources in use; 0.5 when missing.</summary>
    public double Load { get; init; } = double.NaN;

    /// <summary>The row as the rural macro model has it: alike in all directions.</summary>
    public Transmitter AsTransmitter() => new(Id, X, Y, HeightMetres, FrequencyMegahertz, EirpDbm, Band);
}
