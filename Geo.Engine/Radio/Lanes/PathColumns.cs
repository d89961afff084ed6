using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Lanes;

/// <summary>
/// The geometries of many paths, number by number, so that eight paths are read and written at once; the numbers of eight neighbours stand together. Places
/// behind the last path, up to a multiple of eight, hold whatever was left there: no path's numbers depend on them.
/// </summary>
/// <param name="capacity">Most paths.</param>
internal sealed class PathColumns(int capacity)
{
    /// <summary>Paths side by side.</summary>
    public const int Width = 8;

    private const int Fields = (int)PathField.RareSmoothEdge + 1;

    private readonly double[] _values = new double[PaddedTo(capacity) * Fields];
    private readonly byte[] _knownHorizons = new byte[PaddedTo(capacity) / Width]; // a bit for each of eight
    private Action<int, int>? _findHorizons;

    /// <summary>Paths that are filled.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a path.</summary>
    public double this[PathField field, int path]
    {
        get => _values[Place(field, path / Width * Width) + (path % Width)];
        set => _values[Place(field, path / Width * Width) + (path % Width)] = value;
    }

    /// <summary>The next multiple of eight.</summary>
    public static int PaddedTo(int count) => (count + Width - 1) / Width * Width;

    /// <summary>Begins anew.</summary>
    /// <param name="count">Paths that will be filled.</param>
    /// <param name="findHorizons">
    /// Finds horizons of paths in sight and all roughness, of the eight from a path on those whose bits are set, when first asked for; null where they are filled too.
    /// </param>
    public void Begin(int count, Action<int, int>? findHorizons)
    {
        (Count, _findHorizons) = (count, findHorizons);
        _knownHorizons.AsSpan(0, PaddedTo(count) / Width).Fill(findHorizons is null ? byte.MaxValue : (byte)0);
    }

    /// <summary>A number of eight paths, from one whose number is a multiple of eight on.</summary>
    public Vector512<double> Eight(PathField field, int first) => Vector512.Create(_values, Place(field, first));

    /// <summary>Sets a number of eight paths.</summary>
    public void Set(PathField field, int first, Vector512<double> eight) => eight.CopyTo(_values, Place(field, first));

    /// <summary>Sets all numbers of a path.</summary>
    public void Set(int path, in PathGeometry geometry)
    {
        this[PathField.Distance, path] = geometry.DistanceKilometres;
        this[PathField.TransmitterAboveGround, path] = geometry.TransmitterAboveGroundMetres;
        this[PathField.ReceiverAboveGround, path] = geometry.ReceiverAboveGroundMetres;
        this[PathField.Transmitter, path] = geometry.TransmitterMetres;
        this[PathField.Receiver, path] = geometry.ReceiverMetres;
        this[PathField.IsTransHorizon, path] = geometry.IsTransHorizon ? 1 : 0;
        this[PathField.TransmitterElevation, path] = geometry.TransmitterElevationMilliradians;
        this[PathField.ReceiverElevation, path] = geometry.ReceiverElevationMilliradians;
        this[PathField.AngularDistance, path] = geometry.AngularDistanceMilliradians;
        this[PathField.TransmitterHorizon, path] = geometry.TransmitterHorizonKilometres;
        this[PathField.ReceiverHorizon, path] = geometry.ReceiverHorizonKilometres;
        this[PathField.SmoothTransmitter, path] = geometry.SmoothTransmitterMetres;
        this[PathField.SmoothReceiver, path] = geometry.SmoothReceiverMetres;
        this[PathField.EffectiveTransmitter, path] = geometry.EffectiveTransmitterMetres;
        this[PathField.EffectiveReceiver, path] = geometry.EffectiveReceiverMetres;
        this[PathField.Roughness, path] = geometry.RoughnessMetres;
        this[PathField.SeaShare, path] = geometry.SeaShare;
        this[PathField.Land, path] = geometry.LandKilometres;
        this[PathField.Inland, path] = geometry.InlandKilometres;
        this[PathField.TransmitterCoast, path] = geometry.TransmitterCoastKilometres;
        this[PathField.ReceiverCoast, path] = geometry.ReceiverCoastKilometres;
        this[PathField.EndsAtSea, path] = geometry.EndsAtSea ? 1 : 0;
        this[PathField.ActualEdge, path] = geometry.MedianEdges.Actual;
        this[PathField.SmoothEdge, path] = geometry.MedianEdges.Smooth;
        this[PathField.RareActualEdge, path] = geometry.RareEdges.Actual;
        this[PathField.RareSmoothEdge, path] = geometry.RareEdges.Smooth;
    }

    /// <summary>The geometry of a path.</summary>
    public PathGeometry GeometryOf(int path)
    {
        RequireHorizons(path / Width * Width, 1 << (path % Width));
        return new()
        {
            DistanceKilometres = this[PathField.Distance, path],
            TransmitterAboveGroundMetres = this[PathField.TransmitterAboveGround, path],
            ReceiverAboveGroundMetres = this[PathField.ReceiverAboveGround, path],
            TransmitterMetres = this[PathField.Transmitter, path],
            ReceiverMetres = this[PathField.Receiver, path],
            IsTransHorizon = this[PathField.IsTransHorizon, path] != 0,
            TransmitterElevationMilliradians = this[PathField.TransmitterElevation, path],
            ReceiverElevationMilliradians = this[PathField.ReceiverElevation, path],
            AngularDistanceMilliradians = this[PathField.AngularDistance, path],
            TransmitterHorizonKilometres = this[PathField.TransmitterHorizon, path],
            ReceiverHorizonKilometres = this[PathField.ReceiverHorizon, path],
            SmoothTransmitterMetres = this[PathField.SmoothTransmitter, path],
            SmoothReceiverMetres = this[PathField.SmoothReceiver, path],
            EffectiveTransmitterMetres = this[PathField.EffectiveTransmitter, path],
            EffectiveReceiverMetres = this[PathField.EffectiveReceiver, path],
            RoughnessMetres = this[PathField.Roughness, path],
            SeaShare = this[PathField.SeaShare, path],
            LandKilometres = this[PathField.Land, path],
            InlandKilometres = this[PathField.Inland, path],
            TransmitterCoastKilometres = this[PathField.TransmitterCoast, path],
            ReceiverCoastKilometres = this[PathField.ReceiverCoast, path],
            EndsAtSea = this[PathField.EndsAtSea, path] != 0,
            MedianEdges = new(this[PathField.ActualEdge, path], this[PathField.SmoothEdge, path]),
            RareEdges = new(this[PathField.RareActualEdge, path], this[PathField.RareSmoothEdge, path]),
        };
    }

    /// <summary>Lets the horizons of some of eight paths be found unless they are known.</summary>
    public void RequireHorizons(int first, int lanes)
    {
        var unknown = lanes & ~_knownHorizons[first / Width];
        if (unknown == 0)
            return;
        _knownHorizons[first / Width] |= (byte)unknown;
        _findHorizons!(first, unknown); // without it all are known from the beginning
    }

    private static int Place(PathField field, int first) => (first * Fields) + ((int)field * Width);
}
