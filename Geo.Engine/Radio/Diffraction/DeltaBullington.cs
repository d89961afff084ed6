namespace Geo.Engine.Radio.Diffraction;

/// <summary>
/// Diffraction loss of irregular ground: Bullington's edge, plus what a spherical earth costs more than Bullington's edge does on it.
/// </summary>
/// <param name="ActualDb">L_bulla: Bullington's loss over ground and clutter as they are.</param>
/// <param name="SmoothDb">L_bulls: Bullington's loss over the smooth earth.</param>
/// <param name="SphericalDb">L_dsph: loss over the spherical earth.</param>
/// <remarks>Source: ITU-R P.526, 4.5.2; P.1812, annex 1, 4.3.4 (equation 40).</remarks>
public readonly record struct DeltaBullington(double ActualDb, double SmoothDb, double SphericalDb)
{
    /// <summary>L_d: the loss, dB, not below 0.</summary>
    public double LossDb => ActualDb + Math.Max(SphericalDb - SmoothDb, 0);
}
