using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Suitability;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>What is measured from features.</summary>
internal sealed class FeatureSurfaces(ScenarioInputs inputs, StudyFrame study, int threads, CancellationToken cancellation)
{
    /// <summary>1 in cells of a frame that features claim.</summary>
    public Grid<byte> Mask(IReadOnlyList<FeatureSource> sources, GridFrame target)
    {
        var mask = new Grid<byte>(target);
        foreach (var source in sources)
            foreach (var (_, geometry) in inputs.Features(source))
                Rasteriser.Burn(mask, geometry, (byte)1, Rule(source));
        return mask;
    }

    /// <summary>Shares of cells that polygons cover; what overlaps counts once.</summary>
    public Surface Of(Measure.CoveredShare measure) =>
        new CoveredShareSurface(study.Frame, UnaryUnionOp.Union([.. inputs.Features(measure.From).Select(f => f.Projected)]) ?? GeometryFactory.Default.CreatePolygon());

    /// <summary>Straight distances.</summary>
    public Surface Of(Measure.Distance measure) => study.WithoutHalo(new DistanceSurface(Mask(measure.From, study.Haloed)));

    /// <summary>The value of the nearest feature.</summary>
    public Surface Of(Measure.NearestFeature measure)
    {
        var owners = new Grid<int>(study.Haloed);
        var features = inputs.Features(measure.From).ToList();
        var values = features.Select(f => (float)inputs.Number(measure.From, f.Feature, measure.Column)).ToArray();
        // The last to be burnt has the cell, so the first feature comes last.
        for (var i = features.Count - 1; i >= 0; i--)
            if (!float.IsNaN(values[i]))
                Rasteriser.Burn(owners, features[i].Projected, i + 1, Rule(measure.From));
        var sources = new Grid<byte>(owners.Frame);
        for (var cell = 0; cell < sources.Cells.Length; cell++)
            sources.Cells[cell] = owners.Cells[cell] == 0 ? (byte)0 : (byte)1;
        var nearest = DistanceTransform.NearestSource(sources, threads, cancellation);
        var result = new Grid<float>(owners.Frame);
        for (var cell = 0; cell < result.Cells.Length; cell++)
            result.Cells[cell] = nearest.Cells[cell] < 0 ? float.NaN : values[owners.Cells[nearest.Cells[cell]] - 1];
        return new GridSurface(result.WithoutHalo(study.HaloCells));
    }

    /// <summary>Density of points or lines.</summary>
    public Surface Of(Measure.Density measure)
    {
        var segments = inputs.Features(measure.From).SelectMany(f => Segments(f.Projected, Weight(measure, f.Feature))).ToList();
        return new DensitySurface(study.Frame, segments, measure.Kernel, measure.RadiusMetres);
    }

    /// <summary>The cheapest ways over a friction on the frame with its halo.</summary>
    public Surface Of(Measure.CheapestWay measure, Surface friction)
    {
        var costs = CostDistance.Accumulate(
            friction.ToGrid(threads, cancellation), Mask(measure.From, study.Haloed), measure.Knight ? Moves.Knight : Moves.Queen, cancellation).Costs;
        var result = new Grid<float>(study.Frame);
        for (var row = 0; row < result.Frame.Rows; row++)
        {
            var cells = result.Row(row);
            var from = costs.Row(row + study.HaloCells)[study.HaloCells..];
            for (var column = 0; column < cells.Length; column++)
                cells[column] = (float)from[column];
        }
        return new GridSurface(result);
    }

    private double Weight(Measure.Density measure, Features.Feature feature) =>
        measure.WeightColumn is { } column ? inputs.Number(measure.From, feature, column) : 1;

    // A feature without a weight counts for nothing.
    private static IEnumerable<DensitySegment> Segments(Geometry geometry, double weight)
    {
        if (double.IsNaN(weight))
            return [];
        return geometry switch
        {
            Point point => [new(point.X, point.Y, point.X, point.Y, weight)],
            LineString line => Enumerable.Range(1, line.NumPoints - 1)
                .Select(i => new DensitySegment(line[i - 1].X, line[i - 1].Y, line[i].X, line[i].Y, weight))
                .Where(s => !s.IsPoint),
            GeometryCollection many => many.Geometries.SelectMany(part => Segments(part, weight)),
            _ => [],
        };
    }

    private static CellRule Rule(FeatureSource source) => source.AllTouched ? CellRule.AllTouched : CellRule.Centre;
}
