using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Diffraction;
using Geo.Engine.Radio.Lanes;
using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Propagation;

/// <summary>
/// Loss of a path over known ground, ITU-R P.1812: line of sight, diffraction, ducting and troposcatter, from the scalars of
/// <see cref="PathGeometry"/> alone. All that depends on frequency, time, place and air is computed once; a loss allocates nothing. Isotropic antennas;
/// gas and rain are left out (below 0.01 and 0.05 dB/km under 4 GHz).
/// </summary>
/// <remarks>
/// Source: ITU-R P.1812-8 (2025; the results of versions 6 to 8 are the same here), annex 1, 4. Deviation: I(0.5) is exactly 0 where the approximation of
/// the Recommendation gives 8e-10, which moves no loss by more than 1e-7 dB.
/// </remarks>
public sealed class PointToArea
{
    private readonly PointToAreaSettings _settings;
    private readonly bool _isMedianTime;
    private readonly double _frequencyLoss;
    private readonly double _focusing;
    private readonly double _timeQuantile;
    private readonly double _locationLoss;
    private readonly double _scatterLoss;
    private readonly PathDiffraction _diffraction;
    private readonly Ducting _ducting;
    private readonly ModelLimits _brokenBySettings;

    /// <summary>The model under settings; a value beyond its range is flagged by <see cref="Broken"/>, not refused.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is not above 0, a percentage is not between 0 and 100, or something is NaN.</exception>
    public PointToArea(PointToAreaSettings settings)
    {
        RequireNumbers(settings);
        var time = settings.TimePercent;
        var logFrequency = Math.Log10(settings.FrequencyGigahertz);
        var logHalf = Math.Log10(settings.FrequencyGigahertz / 2);
        _settings = settings;
        _brokenBySettings = BrokenBy(settings);
        _isMedianTime = time == 50;
        Earth = EffectiveEarth.OfGradient(settings.RefractivityGradient);
        _frequencyLoss = 92.4 + (20 * logFrequency);
        _focusing = 2.6 * Math.Log10(time / 50);
        _timeQuantile = InverseNormal.UpperQuantile(time / 100);
        _locationLoss = -InverseNormal.UpperQuantile(settings.LocationPercent / 100) * settings.LocationDeviationDb;
        _scatterLoss = 190.1 + (25 * logFrequency) - (2.5 * logHalf * logHalf) - (0.15 * settings.SeaLevelRefractivity)
            - (10.125 * Math.Pow(Math.Max(Math.Log10(50 / time), 0), 0.7));
        _diffraction = new(settings.FrequencyGigahertz, settings.Polarisation, Earth);
        _ducting = new(settings.FrequencyGigahertz, time, Earth.MedianKilometres, settings.LatitudeDegrees);
    }

    /// <summary>The radii with which the geometry of paths must be made.</summary>
    public EffectiveEarth Earth { get; }

    /// <summary>
    /// L_b: loss not exceeded for the settings' shares of time and places, dB. Parts that cannot matter are not computed: at half of the time the rare
    /// ones, ducting where it is bound to lose against diffraction, scatter where it adds less than 1e-10 dB.
    /// </summary>
    public double LossDb(in PathGeometry geometry) => _isMedianTime ? MedianTimeLossDb(geometry) : Parts(geometry).TotalDb;

    /// <summary>
    /// <see cref="LossDb"/> of many paths, equal to it within 1e-9 dB: at half of the time eight side by side, so that neighbours in the span should be alike.
    /// A path's loss does not depend on its neighbours.
    /// </summary>
    /// <param name="paths">The paths.</param>
    /// <param name="lossesDb">Where the losses go; as many at least.</param>
    public void LossesDb(ReadOnlySpan<PathGeometry> paths, Span<double> lossesDb)
    {
        var columns = new PathColumns(paths.Length);
        columns.Begin(paths.Length, null);
        for (var i = 0; i < PathColumns.PaddedTo(paths.Length); i++)
            columns.Set(i, paths[Math.Min(i, paths.Length - 1)]);
        LossesDb(columns, lossesDb);
    }

    /// <summary>The same of paths in columns.</summary>
    internal void LossesDb(PathColumns paths, Span<double> lossesDb)
    {
        var whole = _isMedianTime ? paths.Count - (paths.Count % PathColumns.Width) : 0;
        for (var i = 0; i < whole; i += PathColumns.Width)
            MedianTimeLossDb(new PathLanes(paths, i)).CopyTo(lossesDb[i..]);
        if (_isMedianTime && whole < paths.Count)
            LastLossesDb(new PathLanes(paths, whole), lossesDb[whole..paths.Count]);
        for (var i = whole; i < paths.Count && !_isMedianTime; i++)
            lossesDb[i] = LossDb(paths.GeometryOf(i));
    }

    /// <summary>The loss with all its parts.</summary>
    public PointToAreaLoss Parts(in PathGeometry geometry)
    {
        var air = LayeredAir.Of(geometry, _settings.LatitudeDegrees);
        var freeSpace = FreeSpaceDb(geometry);
        var horizon = 1 - Math.Exp(-0.1 * (geometry.TransmitterHorizonKilometres + geometry.ReceiverHorizonKilometres));
        return new()
        {
            LayeredAirPercent = air.Percent,
            TimeWeight = _settings.TimePercent > air.Percent ? _timeQuantile / InverseNormal.UpperQuantile(air.Percent / 100) : 1,
            AngleWeight = AngleWeight(geometry),
            DistanceWeight = DistanceWeight(geometry),
            FreeSpaceDb = freeSpace,
            LineOfSightDb = freeSpace + (_focusing * horizon),
            LineOfSightRareDb = freeSpace + (2.6 * horizon * Math.Log10(air.Percent / 50)),
            MedianDiffraction = _diffraction.Median(geometry),
            RareDiffraction = _diffraction.Rare(geometry),
            SeaShare = geometry.SeaShare,
            DuctingDb = _ducting.LossDb(geometry, air),
            TroposcatterDb = TroposcatterDb(geometry),
            PlaceDb = PlaceDb(geometry),
        };
    }

    /// <summary>
    /// Which limits of the model a loss breaks: 0.03 to 6 GHz, 0.25 to 3 000 km, antennas 1 to 3 000 m above their ground, 1 to 50 percent of the time, 1 to 99
    /// percent of the places.
    /// </summary>
    public ModelLimits Broken(in PathGeometry geometry)
    {
        var sum = geometry.DistanceKilometres + geometry.MedianEdges.Smooth + geometry.TransmitterMetres + geometry.ReceiverMetres;
        return _brokenBySettings
            | Limit.Below(geometry.DistanceKilometres, 0.25, ModelLimits.TooNear)
            | Limit.Above(geometry.DistanceKilometres, 3_000, ModelLimits.TooFar)
            | Limit.Outside(geometry.TransmitterAboveGroundMetres, 1, 3_000, ModelLimits.TransmitterHeight)
            | Limit.Outside(geometry.ReceiverAboveGroundMetres, 1, 3_000, ModelLimits.ReceiverHeight)
            | (double.IsNaN(sum + geometry.MedianEdges.Actual) ? ModelLimits.Undefined : ModelLimits.None);
    }

    // p = 50: Fi is 0, so that L_b0p = L_bfs, L_dp = L_d50 and L_minb0p = L_bd; b0 matters to ducting alone.
    private double MedianTimeLossDb(in PathGeometry geometry)
    {
        var freeSpace = FreeSpaceDb(geometry);
        var withDiffraction = freeSpace + _diffraction.Median(geometry).LossDb;
        var below = withDiffraction;
        if (_ducting.LeastLossDb(geometry) <= withDiffraction)
        {
            var leastDucting = Decibels.SoftMaximum(_ducting.LossDb(geometry, LayeredAir.Of(geometry, _settings.LatitudeDegrees)), freeSpace);
            if (leastDucting <= withDiffraction)
                below -= (withDiffraction - leastDucting) * (1 - DistanceWeight(geometry)) * (1 - AngleWeight(geometry));
        }

        return Math.Max(freeSpace, Decibels.FifthPowerSum(TroposcatterDb(geometry), below) + PlaceDb(geometry));
    }

    // the same of eight paths; what no lane needs is left out
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<double> MedianTimeLossDb(in PathLanes paths)
    {
        var freeSpace = FreeSpaceDb(paths);
        var below = freeSpace + _diffraction.MedianLossDb(paths);
        var mayMatter = Vector512.LessThanOrEqual(_ducting.BoundDb(paths), below);
        if (mayMatter.ExtractMostSignificantBits() != 0)
            below = WithDucting(paths, freeSpace, below, mayMatter);
        var places = _locationLoss == 0 ? Vector512<double>.Zero : (Vector512<double>.One - paths.EndsAtSea) * _locationLoss;
        return Vector512.Max(freeSpace, Decibels.FifthPowerSum(TroposcatterDb(paths), below) + places);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<double> WithDucting(in PathLanes paths, Vector512<double> freeSpace, Vector512<double> withDiffraction, Vector512<double> mayMatter)
    {
        paths.RequireHorizons((int)mayMatter.ExtractMostSignificantBits());
        var coupling = _ducting.CouplingDb(paths);
        mayMatter &= Vector512.LessThanOrEqual(_ducting.LeastLossDb(paths, coupling), withDiffraction);
        if (mayMatter.ExtractMostSignificantBits() == 0)
            return withDiffraction;
        var leastDucting = Decibels.SoftMaximum(_ducting.LossDb(paths, coupling), freeSpace);
        var matters = mayMatter & Vector512.LessThanOrEqual(leastDucting, withDiffraction);
        var distanceWeight = LaneMath.Rise((paths.DistanceKilometres - Vector512.Create(20.0)) * (1.5 / 20));
        var angleWeight = LaneMath.Rise((paths.AngularDistanceMilliradians - Vector512.Create(0.3)) * (2.4 / 0.3));
        return withDiffraction - (((withDiffraction - leastDucting) * distanceWeight * angleWeight) & matters);
    }

    private void LastLossesDb(in PathLanes paths, Span<double> lossesDb)
    {
        Span<double> losses = stackalloc double[PathColumns.Width];
        MedianTimeLossDb(paths).CopyTo(losses);
        losses[..lossesDb.Length].CopyTo(lossesDb);
    }

    // L_bfs over the slant distance
    private double FreeSpaceDb(in PathGeometry geometry)
    {
        var rise = (geometry.TransmitterMetres - geometry.ReceiverMetres) / 1_000;
        return _frequencyLoss + (10 * Math.Log10((geometry.DistanceKilometres * geometry.DistanceKilometres) + (rise * rise)));
    }

    private Vector512<double> FreeSpaceDb(in PathLanes paths)
    {
        var rise = (paths.TransmitterMetres - paths.ReceiverMetres) * 1e-3;
        var distance = paths.DistanceKilometres;
        return Vector512.Create(_frequencyLoss) + (ElementaryFunctions.Log10((distance * distance) + (rise * rise)) * 10);
    }

    private double TroposcatterDb(in PathGeometry geometry) =>
        _scatterLoss + (20 * Math.Log10(geometry.DistanceKilometres)) + (0.573 * geometry.AngularDistanceMilliradians);

    private Vector512<double> TroposcatterDb(in PathLanes paths) =>
        Vector512.Create(_scatterLoss) + (ElementaryFunctions.Log10(paths.DistanceKilometres) * 20) + (paths.AngularDistanceMilliradians * 0.573);

    private double PlaceDb(in PathGeometry geometry) => geometry.EndsAtSea ? 0 : _locationLoss;

    // Fk
    private static double DistanceWeight(in PathGeometry geometry) => 1 - (0.5 * (1 + Math.Tanh(1.5 * (geometry.DistanceKilometres - 20) / 20)));

    // Fj
    private static double AngleWeight(in PathGeometry geometry) => 1 - (0.5 * (1 + Math.Tanh(2.4 * (geometry.AngularDistanceMilliradians - 0.3) / 0.3)));

    private static ModelLimits BrokenBy(PointToAreaSettings settings) =>
        Limit.Outside(settings.FrequencyGigahertz, 0.03, 6, ModelLimits.Frequency)
        | Limit.Outside(settings.TimePercent, 1, 50, ModelLimits.TimePercent)
        | Limit.Outside(settings.LocationPercent, 1, 99, ModelLimits.LocationPercent);

    private static void RequireNumbers(PointToAreaSettings settings)
    {
        Require(settings.TimePercent is > 0 and < 100, nameof(settings.TimePercent));
        Require(settings.LocationPercent is > 0 and < 100, nameof(settings.LocationPercent));
        Require(double.IsFinite(settings.LocationDeviationDb), nameof(settings.LocationDeviationDb));
        Require(double.IsFinite(settings.SeaLevelRefractivity), nameof(settings.SeaLevelRefractivity));
        Require(settings.LatitudeDegrees is >= -90 and <= 90, nameof(settings.LatitudeDegrees));

        static void Require(bool isSound, string name)
        {
            if (!isSound)
                throw new ArgumentOutOfRangeException(nameof(settings), $"{name} is no number that the model can use.");
        }
    }
}
