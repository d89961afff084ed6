using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Carries the values of stations to all cells.</summary>
internal sealed class StationSurfaces(ScenarioInputs inputs, StudyFrame study, FeatureSurfaces features, int threads, CancellationToken cancellation)
{
    /// <summary>By inverse distance, straight or along water.</summary>
    public Surface Of(Measure.Interpolated measure)
    {
        var stations = Stations.Of(measure.Stations, measure.Column, inputs);
        if (measure.Water.Count == 0)
            return new InverseDistanceSurface(study.Frame, stations, new InverseDistanceOptions { Power = measure.Power, MaxDistanceMetres = measure.ReachMetres });
        var options = new AlongWaterOptions { Power = measure.Power, MaxOverlandMetres = measure.ReachMetres };
        var water = Interpolation.AlongWaterCoarse(features.Mask(measure.Water, study.Haloed), stations, options, threads, cancellation);
        return study.WithoutHalo(new ResampledSurface(new GridSurface(water), study.Haloed, ResamplingRule.BilinearWithin));
    }

    /// <summary>By natural neighbours.</summary>
    public Surface Of(Measure.NaturalNeighbours measure) =>
        new NaturalNeighbourSurface(study.Frame, Stations.Of(measure.Stations, measure.Column, inputs));

    /// <summary>By kriging.</summary>
    public Surface Of(Measure.Kriged measure)
    {
        var stations = Stations.Of(measure.Stations, measure.Column, inputs);
        var variogram = Variogram(measure, stations) ?? throw new InvalidOperationException("the check lets no stations pass that no variogram fits");
        return new KrigedSurface(study.Frame, new OrdinaryKriging(stations, variogram), measure.Output);
    }

    /// <summary>The variogram of the scenario, or the one that fits the stations; null when none does.</summary>
    public static Variogram? Variogram(Measure.Kriged measure, IReadOnlyList<StationValue> stations) =>
        measure.Frozen ?? VariogramFit.Fit(VariogramFit.Empirical(stations), measure.Model);
}
