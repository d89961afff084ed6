using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Lanes;

/// <summary>The geometries of eight paths, one field of all of them at a time; the fields are those of <see cref="PathGeometry"/>.</summary>
internal readonly ref struct PathLanes
{
    /// <summary>Paths side by side.</summary>
    public const int Count = 8;

    private readonly ReadOnlySpan<PathGeometry> _paths;

    /// <summary>The first eight paths of a span.</summary>
    public PathLanes(ReadOnlySpan<PathGeometry> paths) => _paths = paths[..Count];

    /// <summary>D, kilometres.</summary>
    public Vector512<double> DistanceKilometres => Vector512.Create(
        _paths[0].DistanceKilometres, _paths[1].DistanceKilometres, _paths[2].DistanceKilometres, _paths[3].DistanceKilometres,
        _paths[4].DistanceKilometres, _paths[5].DistanceKilometres, _paths[6].DistanceKilometres, _paths[7].DistanceKilometres);

    /// <summary>hts, metres.</summary>
    public Vector512<double> TransmitterMetres => Vector512.Create(
        _paths[0].TransmitterMetres, _paths[1].TransmitterMetres, _paths[2].TransmitterMetres, _paths[3].TransmitterMetres,
        _paths[4].TransmitterMetres, _paths[5].TransmitterMetres, _paths[6].TransmitterMetres, _paths[7].TransmitterMetres);

    /// <summary>hrs, metres.</summary>
    public Vector512<double> ReceiverMetres => Vector512.Create(
        _paths[0].ReceiverMetres, _paths[1].ReceiverMetres, _paths[2].ReceiverMetres, _paths[3].ReceiverMetres,
        _paths[4].ReceiverMetres, _paths[5].ReceiverMetres, _paths[6].ReceiverMetres, _paths[7].ReceiverMetres);

    /// <summary>theta_t, milliradians.</summary>
    public Vector512<double> TransmitterElevationMilliradians => Vector512.Create(
        _paths[0].TransmitterElevationMilliradians, _paths[1].TransmitterElevationMilliradians, _paths[2].TransmitterElevationMilliradians, _paths[3].TransmitterElevationMilliradians,
        _paths[4].TransmitterElevationMilliradians, _paths[5].TransmitterElevationMilliradians, _paths[6].TransmitterElevationMilliradians, _paths[7].TransmitterElevationMilliradians);

    /// <summary>theta_r, milliradians.</summary>
    public Vector512<double> ReceiverElevationMilliradians => Vector512.Create(
        _paths[0].ReceiverElevationMilliradians, _paths[1].ReceiverElevationMilliradians, _paths[2].ReceiverElevationMilliradians, _paths[3].ReceiverElevationMilliradians,
        _paths[4].ReceiverElevationMilliradians, _paths[5].ReceiverElevationMilliradians, _paths[6].ReceiverElevationMilliradians, _paths[7].ReceiverElevationMilliradians);

    /// <summary>theta, milliradians.</summary>
    public Vector512<double> AngularDistanceMilliradians => Vector512.Create(
        _paths[0].AngularDistanceMilliradians, _paths[1].AngularDistanceMilliradians, _paths[2].AngularDistanceMilliradians, _paths[3].AngularDistanceMilliradians,
        _paths[4].AngularDistanceMilliradians, _paths[5].AngularDistanceMilliradians, _paths[6].AngularDistanceMilliradians, _paths[7].AngularDistanceMilliradians);

    /// <summary>dlt, kilometres.</summary>
    public Vector512<double> TransmitterHorizonKilometres => Vector512.Create(
        _paths[0].TransmitterHorizonKilometres, _paths[1].TransmitterHorizonKilometres, _paths[2].TransmitterHorizonKilometres, _paths[3].TransmitterHorizonKilometres,
        _paths[4].TransmitterHorizonKilometres, _paths[5].TransmitterHorizonKilometres, _paths[6].TransmitterHorizonKilometres, _paths[7].TransmitterHorizonKilometres);

    /// <summary>dlr, kilometres.</summary>
    public Vector512<double> ReceiverHorizonKilometres => Vector512.Create(
        _paths[0].ReceiverHorizonKilometres, _paths[1].ReceiverHorizonKilometres, _paths[2].ReceiverHorizonKilometres, _paths[3].ReceiverHorizonKilometres,
        _paths[4].ReceiverHorizonKilometres, _paths[5].ReceiverHorizonKilometres, _paths[6].ReceiverHorizonKilometres, _paths[7].ReceiverHorizonKilometres);

    /// <summary>hstd, metres.</summary>
    public Vector512<double> SmoothTransmitterMetres => Vector512.Create(
        _paths[0].SmoothTransmitterMetres, _paths[1].SmoothTransmitterMetres, _paths[2].SmoothTransmitterMetres, _paths[3].SmoothTransmitterMetres,
        _paths[4].SmoothTransmitterMetres, _paths[5].SmoothTransmitterMetres, _paths[6].SmoothTransmitterMetres, _paths[7].SmoothTransmitterMetres);

    /// <summary>hsrd, metres.</summary>
    public Vector512<double> SmoothReceiverMetres => Vector512.Create(
        _paths[0].SmoothReceiverMetres, _paths[1].SmoothReceiverMetres, _paths[2].SmoothReceiverMetres, _paths[3].SmoothReceiverMetres,
        _paths[4].SmoothReceiverMetres, _paths[5].SmoothReceiverMetres, _paths[6].SmoothReceiverMetres, _paths[7].SmoothReceiverMetres);

    /// <summary>hte, metres.</summary>
    public Vector512<double> EffectiveTransmitterMetres => Vector512.Create(
        _paths[0].EffectiveTransmitterMetres, _paths[1].EffectiveTransmitterMetres, _paths[2].EffectiveTransmitterMetres, _paths[3].EffectiveTransmitterMetres,
        _paths[4].EffectiveTransmitterMetres, _paths[5].EffectiveTransmitterMetres, _paths[6].EffectiveTransmitterMetres, _paths[7].EffectiveTransmitterMetres);

    /// <summary>hre, metres.</summary>
    public Vector512<double> EffectiveReceiverMetres => Vector512.Create(
        _paths[0].EffectiveReceiverMetres, _paths[1].EffectiveReceiverMetres, _paths[2].EffectiveReceiverMetres, _paths[3].EffectiveReceiverMetres,
        _paths[4].EffectiveReceiverMetres, _paths[5].EffectiveReceiverMetres, _paths[6].EffectiveReceiverMetres, _paths[7].EffectiveReceiverMetres);

    /// <summary>hm, metres.</summary>
    public Vector512<double> RoughnessMetres => Vector512.Create(
        _paths[0].RoughnessMetres, _paths[1].RoughnessMetres, _paths[2].RoughnessMetres, _paths[3].RoughnessMetres,
        _paths[4].RoughnessMetres, _paths[5].RoughnessMetres, _paths[6].RoughnessMetres, _paths[7].RoughnessMetres);

    /// <summary>omega, 0 to 1.</summary>
    public Vector512<double> SeaShare => Vector512.Create(
        _paths[0].SeaShare, _paths[1].SeaShare, _paths[2].SeaShare, _paths[3].SeaShare,
        _paths[4].SeaShare, _paths[5].SeaShare, _paths[6].SeaShare, _paths[7].SeaShare);

    /// <summary>dtm, kilometres.</summary>
    public Vector512<double> LandKilometres => Vector512.Create(
        _paths[0].LandKilometres, _paths[1].LandKilometres, _paths[2].LandKilometres, _paths[3].LandKilometres,
        _paths[4].LandKilometres, _paths[5].LandKilometres, _paths[6].LandKilometres, _paths[7].LandKilometres);

    /// <summary>dlm, kilometres.</summary>
    public Vector512<double> InlandKilometres => Vector512.Create(
        _paths[0].InlandKilometres, _paths[1].InlandKilometres, _paths[2].InlandKilometres, _paths[3].InlandKilometres,
        _paths[4].InlandKilometres, _paths[5].InlandKilometres, _paths[6].InlandKilometres, _paths[7].InlandKilometres);

    /// <summary>dct, kilometres.</summary>
    public Vector512<double> TransmitterCoastKilometres => Vector512.Create(
        _paths[0].TransmitterCoastKilometres, _paths[1].TransmitterCoastKilometres, _paths[2].TransmitterCoastKilometres, _paths[3].TransmitterCoastKilometres,
        _paths[4].TransmitterCoastKilometres, _paths[5].TransmitterCoastKilometres, _paths[6].TransmitterCoastKilometres, _paths[7].TransmitterCoastKilometres);

    /// <summary>dcr, kilometres.</summary>
    public Vector512<double> ReceiverCoastKilometres => Vector512.Create(
        _paths[0].ReceiverCoastKilometres, _paths[1].ReceiverCoastKilometres, _paths[2].ReceiverCoastKilometres, _paths[3].ReceiverCoastKilometres,
        _paths[4].ReceiverCoastKilometres, _paths[5].ReceiverCoastKilometres, _paths[6].ReceiverCoastKilometres, _paths[7].ReceiverCoastKilometres);

    /// <summary>Bullington's edge over ground and clutter, in square roots of a metre.</summary>
    public Vector512<double> ActualEdge => Vector512.Create(
        _paths[0].MedianEdges.Actual, _paths[1].MedianEdges.Actual, _paths[2].MedianEdges.Actual, _paths[3].MedianEdges.Actual,
        _paths[4].MedianEdges.Actual, _paths[5].MedianEdges.Actual, _paths[6].MedianEdges.Actual, _paths[7].MedianEdges.Actual);

    /// <summary>Bullington's edge over the smooth earth.</summary>
    public Vector512<double> SmoothEdge => Vector512.Create(
        _paths[0].MedianEdges.Smooth, _paths[1].MedianEdges.Smooth, _paths[2].MedianEdges.Smooth, _paths[3].MedianEdges.Smooth,
        _paths[4].MedianEdges.Smooth, _paths[5].MedianEdges.Smooth, _paths[6].MedianEdges.Smooth, _paths[7].MedianEdges.Smooth);

    /// <summary>One value for paths that end at sea, another for those that do not.</summary>
    public Vector512<double> AtSeaOrLand(double sea, double land)
    {
        var values = Vector512.Create(land);
        for (var i = 0; i < Count; i++)
            values = _paths[i].EndsAtSea ? values.WithElement(i, sea) : values;
        return values;
    }
}
