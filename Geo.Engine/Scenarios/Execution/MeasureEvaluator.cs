using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Radio;
using Geo.Engine.Scenarios.Keeping;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>
/// Turns measures into surfaces on one frame. Distances see a halo around the frame, so that a feature just outside counts. What is measured is held
/// for the life of <paramref name="kept"/>: a measure that is asked for twice is computed once.
/// </summary>
internal sealed class MeasureEvaluator(ScenarioInputs inputs, StudyFrame study, KeptSurfaces kept, int threads, CancellationToken cancellation)
{
    private readonly Dictionary<Measure, Surface> _known = [];
    private readonly Dictionary<string, Surface> _stored = new(StringComparer.Ordinal);
    private readonly Dictionary<(FeatureSource, RadioSettings), CoverageMap> _coverage = [];
    private readonly MeasureKey _keys = new(inputs, study);

    /// <summary>Values on the frame; NaN where there is none.</summary>
    public Surface Evaluate(Measure measure)
    {
        if (!_known.TryGetValue(measure, out var surface))
            _known[measure] = surface = kept.Keep(Lay(measure), _keys.Of(measure));
        return surface;
    }

    /// <summary>The same for one who reads it once: nothing is held that is not held already.</summary>
    public Surface Once(Measure measure) => _known.TryGetValue(measure, out var known) ? known : Lay(measure);

    /// <summary>1 in cells of the frame that features claim.</summary>
    public Grid<byte> Mask(FeatureSource source) => Mask([source], study.Frame);

    /// <summary>Codes of a categorical grid on the frame; NaN for nodata.</summary>
    public Surface Codes(GridSource source) => Once(new Measure.GridValue(source));

    private Surface Lay(Measure measure) => measure switch
    {
        Measure.GridValue value => Resampled(value.Source, study.Frame),
        Measure.Distance distance => DistanceTo(Mask(distance.From, study.Haloed)),
        Measure.DistanceToCategory distance => DistanceTo(CategoryMask(distance.From, distance.Categories)),
        Measure.Interpolated stations => Interpolated(stations),
        Measure.Coverage coverage => Radio(coverage),
        Measure.SumWithin sum => OnFrame(new GridSurface(FocalSum.Of(Stored(sum.Source).ToGrid(threads, cancellation), sum.RadiusMetres, threads, cancellation)), ResamplingRule.Bilinear),
        _ => throw new InvalidOperationException($"measure {measure.GetType().Name} has no evaluation"),
    };

    private InnerSurface DistanceTo(Grid<byte> sources) => WithoutHalo(new DistanceSurface(sources));

    private InnerSurface WithoutHalo(Surface surface) => new(surface, study.Frame, study.HaloCells);

    private ResampledSurface OnFrame(Surface surface, ResamplingRule rule) => new(surface, study.Frame, rule);

    private Surface Stored(GridSource source)
    {
        if (!_stored.TryGetValue(source.GridId, out var surface))
            _stored[source.GridId] = surface = inputs.Grids[source.GridId].Surface();
        return surface;
    }

    private ResampledSurface Resampled(GridSource source, GridFrame target) =>
        new(Stored(source), target, source.Resampling == GridResampling.Bilinear ? ResamplingRule.Bilinear : ResamplingRule.Nearest);

    private Grid<byte> Mask(IReadOnlyList<FeatureSource> sources, GridFrame target)
    {
        var mask = new Grid<byte>(target);
        foreach (var source in sources)
            foreach (var (_, geometry) in inputs.Features(source))
                Rasteriser.Burn(mask, geometry, (byte)1, source.AllTouched ? CellRule.AllTouched : CellRule.Centre);
        return mask;
    }

    private Grid<byte> CategoryMask(GridSource source, IReadOnlyList<int> categories)
    {
        var codes = Resampled(source, study.Haloed);
        var mask = new Grid<byte>(codes.Frame);
        var wanted = categories.Select(c => (float)c).ToArray();
        void Strip(int from, int to)
        {
            var code = new float[codes.Frame.Columns];
            for (var row = from; row < to; row++)
            {
                codes.Read(row, code);
                var cells = mask.Row(row);
                for (var column = 0; column < cells.Length; column++)
                    cells[column] = wanted.AsSpan().Contains(code[column]) ? (byte)1 : (byte)0;
            }
        }
        GridRows.ForEachStrip(mask.Frame.Rows, threads, Strip, cancellation, codes.RowsTogether);
        return mask;
    }

    private Surface Interpolated(Measure.Interpolated measure)
    {
        var stations = Stations.Of(measure.Stations, measure.Column, inputs);
        if (measure.Water.Count == 0)
            return new InverseDistanceSurface(study.Frame, stations, new InverseDistanceOptions { Power = measure.Power, MaxDistanceMetres = measure.ReachMetres });
        var options = new AlongWaterOptions { Power = measure.Power, MaxOverlandMetres = measure.ReachMetres };
        var water = Interpolation.AlongWaterCoarse(Mask(measure.Water, study.Haloed), stations, options, threads, cancellation);
        return WithoutHalo(new ResampledSurface(new GridSurface(water), study.Haloed, ResamplingRule.BilinearWithin));
    }

    private GridSurface Radio(Measure.Coverage measure)
    {
        if (!_coverage.TryGetValue((measure.Masts, measure.Radio), out var map))
            _coverage[(measure.Masts, measure.Radio)] = map = CoverageMap.Compute(study.Frame, Masts.Of(measure, inputs), Masts.Settings(measure.Radio), threads, cancellation);
        return new GridSurface(measure.Quantity == CoverageQuantity.Rsrp ? map.SignalDbm : map.Probability);
    }
}
