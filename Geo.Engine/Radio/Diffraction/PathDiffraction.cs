using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Lanes;
using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Diffraction;

/// <summary>
/// The delta-Bullington loss of paths at one frequency and polarisation, from their geometry. It is the diffraction part of ITU-R P.1812 and of P.452,
/// which differ in the geometry alone (see <see cref="PathProfile.OpenKilometres"/>).
/// </summary>
/// <remarks>Source: ITU-R P.526, 4.5; P.1812, annex 1, 4.3; P.452, 4.2.</remarks>
public sealed class PathDiffraction
{
    private readonly double _perRootWavelength;
    private readonly EffectiveEarth _earth;
    private readonly SphericalEarth _sphere;

    /// <summary>The constants of a frequency.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is NaN or not above 0.</exception>
    public PathDiffraction(double frequencyGigahertz, Polarisation polarisation, EffectiveEarth earth)
    {
        _perRootWavelength = 1 / Math.Sqrt(Wavelength.Metres(frequencyGigahertz));
        _earth = earth;
        _sphere = new(frequencyGigahertz, polarisation);
    }

    /// <summary>L_d50: the loss at the median effective radius of the earth.</summary>
    public DeltaBullington Median(in PathGeometry geometry) => Of(geometry, geometry.MedianEdges, _earth.MedianKilometres);

    /// <summary>L_d_beta: the loss in rare times, when the earth seems flatter.</summary>
    public DeltaBullington Rare(in PathGeometry geometry) => Of(geometry, geometry.RareEdges, _earth.RareKilometres);

    /// <summary>L_d50 of eight paths.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal Vector512<double> MedianLossDb(in PathLanes paths)
    {
        var length = paths.DistanceKilometres;
        var actual = Bullington.LossDb(paths.ActualEdge, _perRootWavelength, length);
        var spherical = _sphere.LossDb(
            length,
            paths.TransmitterMetres - paths.SmoothTransmitterMetres,
            paths.ReceiverMetres - paths.SmoothReceiverMetres,
            _earth.MedianKilometres,
            paths.SeaShare);
        return Vector512.LessThanOrEqualAll(spherical, Vector512<double>.Zero) // Bullington's loss on the smooth earth is not below 0
            ? actual
            : actual + Vector512.Max(spherical - Bullington.LossDb(paths.SmoothEdge, _perRootWavelength, length), Vector512<double>.Zero);
    }

    private DeltaBullington Of(in PathGeometry geometry, BullingtonEdges edges, double earthKilometres)
    {
        var length = geometry.DistanceKilometres;
        return new(
            Bullington.LossDb(edges.Actual, _perRootWavelength, length),
            Bullington.LossDb(edges.Smooth, _perRootWavelength, length),
            _sphere.LossDb(
                length,
                geometry.TransmitterMetres - geometry.SmoothTransmitterMetres,
                geometry.ReceiverMetres - geometry.SmoothReceiverMetres,
                earthKilometres,
                geometry.SeaShare));
    }
}
