using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Radio;
using Geo.Engine.Radio.Calibration;
using Geo.Engine.Scenarios.Keeping;
using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Expressions;

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
    private readonly Dictionary<string, ThemeNetwork> _networks = new(StringComparer.Ordinal);
    private readonly MeasureKey _keys = new(inputs, study);
    private readonly FeatureSurfaces _features = new(inputs, study, threads, cancellation);
    private MeasureEvaluator? _haloed;

    /// <summary>Values on the frame; NaN where there is none.</summary>
    public Surface Evaluate(Measure measure)
    {
        if (!_known.TryGetValue(measure, out var surface))
            _known[measure] = surface = kept.Keep(_keys.Of(measure), study.Frame, () => Lay(measure));
        return surface;
    }

    /// <summary>The same for one who reads it once: nothing is held that is not held already.</summary>
    public Surface Once(Measure measure) => _known.TryGetValue(measure, out var known) ? known : Lay(measure);

    /// <summary>1 in cells of the frame that features claim.</summary>
    public Grid<byte> Mask(FeatureSource source) => _features.Mask([source], study.Frame);

    /// <summary>Codes of a categorical grid on the frame; NaN for nodata.</summary>
    public Surface Codes(GridSource source) => Once(new Measure.GridValue(source));

    private Surface Lay(Measure measure) => measure switch
    {
        Measure.GridValue value => Resampled(value.Source, study.Frame),
        Measure.CoveredShare share => _features.Of(share),
        Measure.Distance distance => _features.Of(distance),
        Measure.DistanceToCategory distance => study.WithoutHalo(new DistanceSurface(CategoryMask(distance.From, distance.Categories))),
        Measure.Interpolated stations => Stations().Of(stations),
        Measure.NaturalNeighbours stations => Stations().Of(stations),
        Measure.Kriged stations => Stations().Of(stations),
        Measure.Coverage { Radio.Ground: { } ground } coverage => new ResampledSurface(new GridSurface(RadioNetwork.Of(coverage.Quantity, Network(coverage, ground).Coverage)), study.Frame, ResamplingRule.Nearest),
        Measure.Coverage coverage => Radio(coverage),
        Measure.SumWithin sum => OnFrame(new GridSurface(FocalSum.Of(Stored(sum.Source).ToGrid(threads, cancellation), sum.RadiusMetres, threads, cancellation))),
        Measure.NearestFeature nearest => _features.Of(nearest),
        Measure.CheapestWay ways => CheapestWay(ways),
        Measure.Density density => _features.Of(density),
        Measure.Steepness slope => OnFrame(new SlopeSurface(Stored(slope.Heights), slope.In)),
        Measure.ClassShare share => study.WithoutHalo(new ClassShareSurface(Resampled(share.Source, study.Haloed), share.Categories, share.RadiusMetres)),
        Measure.MonthsInRange months => new MonthsSurface([.. months.Months.Select(Evaluate)], months.Low, months.High, months.LongestRun),
        Measure.Calculated calculated => Calculated(calculated),
        _ => throw new InvalidOperationException($"measure {measure.GetType().Name} has no evaluation"),
    };

    private StationSurfaces Stations() => new(inputs, study, _features, threads, cancellation);

    private ResampledSurface OnFrame(Surface surface) => new(surface, study.Frame, ResamplingRule.Bilinear);

    private Surface Stored(GridSource source)
    {
        if (!_stored.TryGetValue(source.GridId, out var surface))
            _stored[source.GridId] = surface = inputs.Grids[source.GridId].Surface();
        return surface;
    }

    private Surface Resampled(GridSource source, GridFrame target) => source.Resampling switch
    {
        GridResampling.Average => new AveragedSurface(Stored(source), target),
        GridResampling.Mode => new ModeSurface(Stored(source), target),
        GridResampling.Bilinear => new ResampledSurface(Stored(source), target, ResamplingRule.Bilinear),
        _ => new ResampledSurface(Stored(source), target, ResamplingRule.Nearest),
    };

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

    // Ways may lead through the halo, so the friction is measured there too.
    private Surface CheapestWay(Measure.CheapestWay ways)
    {
        _haloed ??= new MeasureEvaluator(inputs, new StudyFrame(study.Haloed, study.HaloCells), kept, threads, cancellation);
        var friction = _haloed.Once(ways.Friction);
        FrictionCheck.RefuseNegative(friction, cancellation);
        return _features.Of(ways, friction);
    }

    private ExpressionSurface Calculated(Measure.Calculated calculated)
    {
        var expression = ExpressionReader.Read(calculated.Expression).Expression ?? throw new InvalidOperationException("the scenario was read with this expression");
        return new ExpressionSurface(study.Frame, expression, calculated.Operands.ToDictionary(o => o.Name, o => Evaluate(o.Measure), StringComparer.Ordinal));
    }

    /// <summary>The radio networks over known ground that measures ask of, each once, in the order of the measures.</summary>
    public IReadOnlyList<ThemeNetwork> Networks(IEnumerable<Measure> measures) =>
        [.. measures.SelectMany(m => m.All()).OfType<Measure.Coverage>().Where(c => c.Radio.Ground is not null).DistinctBy(RadioCheck.KeyOf).Select(c => Network(c, c.Radio.Ground!))]; // chosen for it

    // one computation for all that is asked of the same masts over the same ground
    private ThemeNetwork Network(Measure.Coverage measure, RadioGround ground)
    {
        var key = RadioCheck.KeyOf(measure);
        if (!_networks.TryGetValue(key, out var network))
            _networks[key] = network = new RadioNetwork(measure, ground, inputs, study, threads, cancellation).Compute(threads, cancellation);
        return network;
    }

    private GridSurface Radio(Measure.Coverage measure)
    {
        if (!_coverage.TryGetValue((measure.Masts, measure.Radio), out var map))
            _coverage[(measure.Masts, measure.Radio)] = map = inputs.Offsets(measure.Radio, study.Frame, threads, cancellation) is { } offsets
                ? CalibratedMap.Compute(Masts.Of(measure, inputs), Masts.Settings(measure.Radio), offsets, threads, cancellation)
                : CoverageMap.Compute(study.Frame, Masts.Of(measure, inputs), Masts.Settings(measure.Radio), threads, cancellation);
        return new GridSurface(measure.Quantity == CoverageQuantity.Rsrp ? map.SignalDbm : map.Probability);
    }
}
