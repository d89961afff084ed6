using Geo.Engine.Grids;
using Geo.Engine.Radio;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>
/// Turns measures into grids on one frame. Distances see a halo around the frame, so that a feature just outside counts. Grids are kept for
/// the life of the evaluator: a measure that is asked for twice is computed once.
/// </summary>
internal sealed class MeasureEvaluator(ScenarioInputs inputs, GridFrame frame, int haloCells, int threads, CancellationToken cancellation)
{
    private readonly Dictionary<Measure, Grid<float>> _known = [];
    private readonly Dictionary<string, Grid<float>> _stored = new(StringComparer.Ordinal);
    private readonly Dictionary<(FeatureSource, RadioSettings), CoverageMap> _coverage = [];

    /// <summary>Values on the frame; NaN where there is none.</summary>
    public Grid<float> Evaluate(Measure measure)
    {
        if (!_known.TryGetValue(measure, out var grid))
            _known[measure] = grid = Compute(measure);
        return grid;
    }

    /// <summary>Distance in metres to features or categories without keeping the grid.</summary>
    public Grid<float> Distance(Measure measure) => _known.TryGetValue(measure, out var known) ? known : Compute(measure);

    /// <summary>1 in cells of the frame that features claim.</summary>
    public Grid<byte> Mask(FeatureSource source) => Mask([source], frame);

    /// <summary>Codes of a categorical grid on the frame; NaN for nodata.</summary>
    public Grid<float> Codes(GridSource source) => Evaluate(new Measure.GridValue(source));

    private Grid<float> Compute(Measure measure) => measure switch
    {
        Measure.GridValue value => Resampled(value.Source, frame),
        Measure.Distance distance => DistanceTo(Mask(distance.From, Haloed)),
        Measure.DistanceToCategory distance => DistanceTo(CategoryMask(distance.From, distance.Categories)),
        Measure.Interpolated stations => Interpolated(stations),
        Measure.Coverage coverage => Radio(coverage),
        Measure.SumWithin sum => FocalSum.On(frame, Stored(sum.Source), sum.RadiusMetres, threads, cancellation),
        _ => throw new InvalidOperationException($"measure {measure.GetType().Name} has no evaluation"),
    };

    private GridFrame Haloed => frame.WithHalo(haloCells);

    private Grid<float> DistanceTo(Grid<byte> sources) => DistanceTransform.Euclidean(sources, threads, cancellation).WithoutHalo(haloCells);

    private Grid<float> Stored(GridSource source)
    {
        if (!_stored.TryGetValue(source.GridId, out var grid))
            _stored[source.GridId] = grid = inputs.Grids[source.GridId].Read(threads, cancellation);
        return grid;
    }

    private Grid<float> Resampled(GridSource source, GridFrame target)
    {
        var stored = Stored(source);
        return source.Resampling == GridResampling.Bilinear
            ? Resampling.Bilinear(stored, target, threads, cancellation)
            : Resampling.Nearest(stored, target, float.NaN, threads, cancellation);
    }

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
        var codes = Resampled(source, Haloed);
        var mask = new Grid<byte>(codes.Frame);
        var wanted = categories.Select(c => (float)c).ToArray();
        void Strip(int from, int to)
        {
            for (var row = from; row < to; row++)
            {
                var code = codes.Row(row);
                var cells = mask.Row(row);
                for (var column = 0; column < cells.Length; column++)
                    cells[column] = wanted.AsSpan().Contains(code[column]) ? (byte)1 : (byte)0;
            }
        }
        GridRows.ForEachStrip(mask.Frame.Rows, threads, Strip, cancellation);
        return mask;
    }

    private Grid<float> Interpolated(Measure.Interpolated measure)
    {
        var stations = new List<StationValue>();
        foreach (var (feature, geometry) in inputs.Features(measure.Stations))
            if (inputs.Number(measure.Stations, feature, measure.Column) is var value && double.IsFinite(value))
                stations.Add(new StationValue(geometry.InteriorPoint.X, geometry.InteriorPoint.Y, (float)value));
        if (measure.Water.Count == 0)
            return Interpolation.InverseDistance(
                frame, stations, new InverseDistanceOptions { Power = measure.Power, MaxDistanceMetres = measure.ReachMetres }, threads, cancellation);
        var water = Mask(measure.Water, Haloed);
        var options = new AlongWaterOptions { Power = measure.Power, MaxOverlandMetres = measure.ReachMetres };
        return Interpolation.AlongWater(water, stations, options, threads, cancellation).WithoutHalo(haloCells);
    }

    private Grid<float> Radio(Measure.Coverage measure)
    {
        if (!_coverage.TryGetValue((measure.Masts, measure.Radio), out var map))
            _coverage[(measure.Masts, measure.Radio)] = map = CoverageMap.Compute(frame, Masts.Of(measure, inputs), Masts.Settings(measure.Radio), threads, cancellation);
        return measure.Quantity == CoverageQuantity.Rsrp ? map.SignalDbm : map.Probability;
    }
}
