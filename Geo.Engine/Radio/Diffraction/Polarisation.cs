namespace Geo.Engine.Radio.Diffraction;

/// <summary>Direction of the electric field over ground.</summary>
public enum Polarisation
{
    /// <summary>Along the ground.</summary>
    Horizontal,

    /// <summary>Upright; over land the two hardly differ above 300 MHz.</summary>
    Vertical,
}
