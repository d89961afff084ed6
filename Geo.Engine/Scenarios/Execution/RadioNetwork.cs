using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Radio.Entry;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Spectrum;
using Geo.Engine.Radio.Terrain;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>A radio measure over known ground: from the layers of a scenario to the coverage of its masts, or to what is wrong with them.</summary>
internal sealed class RadioNetwork
{
    private readonly Landscape? _landscape;
    private readonly IReadOnlyList<NetworkSite> _sites;
    private readonly NetworkSettings _settings;
    private readonly GridFrame _frame;

    /// <summary>Reads what the measure names.</summary>
    public RadioNetwork(Measure.Coverage measure, RadioGround ground, ScenarioInputs inputs, StudyFrame study, int threads, CancellationToken cancellation)
    {
        var problems = new List<BilingualText>();
        _frame = FrameOf(study.Frame, ground.CellMetres);
        _settings = Settings(measure.Radio, ground, study.Frame) with { OffsetsDb = inputs.Offsets(measure.Radio, _frame, threads, cancellation) };
        _sites = MastTable.Sites(Rows(measure.Masts, inputs), SpectrumTable.Bundled, inputs.Antennas, problems);
        var around = _frame.WithHalo((int)Math.Ceiling(measure.Radio.ReachMetres / _frame.CellSizeMetres));
        _landscape = Landscape.Of(Layers(ground, around, inputs, threads, cancellation), around, problems, threads, cancellation);
        if (_landscape is not null)
            problems.AddRange(NetworkCheck.Problems(_sites, _settings, _landscape));
        Problems = problems;
    }

    /// <summary>Everything wrong with masts, ground and numbers.</summary>
    public IReadOnlyList<BilingualText> Problems { get; }

    /// <summary>The coverage; there must be no problem.</summary>
    public ThemeNetwork Compute(int threads, CancellationToken cancellation) => new(
        NetworkPlan.Compute(_landscape!, _frame, _sites, _settings, threads, cancellation).Coverage, // without problems there is a landscape
        [.. _sites.SelectMany(s => s.Sectors).Select(s => $"{s.Id}, {s.Carrier.Band}")]);

    /// <summary>Values of one quantity.</summary>
    public static Grid<float> Of(CoverageQuantity quantity, NetworkCoverage coverage) => quantity switch
    {
        CoverageQuantity.Rsrp => coverage.SignalDbm,
        CoverageQuantity.Probability => coverage.SignalProbability,
        CoverageQuantity.Sinr => coverage.SinrDb,
        CoverageQuantity.Rate => coverage.DownlinkMegabits,
        _ => coverage.StandardProbability,
    };

    // cells of the least multiple of the scenario's that is not smaller than asked for, from the same corner
    private static GridFrame FrameOf(GridFrame frame, double cellMetres)
    {
        var times = (int)Math.Max(1, Math.Ceiling(cellMetres / frame.CellSizeMetres));
        return frame with
        {
            CellSizeMetres = times * frame.CellSizeMetres,
            Rows = (frame.Rows + times - 1) / times,
            Columns = (frame.Columns + times - 1) / times,
        };
    }

    private static NetworkSettings Settings(RadioSettings radio, RadioGround ground, GridFrame frame)
    {
        var box = Projection.Between(frame.System, CoordinateSystems.Crs84).Transform(frame.Extent);
        return new()
        {
            ThresholdDbm = radio.ThresholdDbm,
            ReceiverHeightMetres = radio.ReceiverHeightMetres,
            RadiusMetres = radio.ReachMetres,
            RefractivityGradient = ground.RefractivityGradient,
            SeaLevelRefractivity = ground.SeaLevelRefractivity,
            LatitudeDegrees = (box.MinY + box.MaxY) / 2,
            Building = ground.Place switch
            {
                RadioPlace.IndoorTraditional => BuildingKind.Traditional,
                RadioPlace.IndoorEfficient => BuildingKind.ThermallyEfficient,
                _ => null,
            },
        };
    }

    private static LandscapeLayers Layers(RadioGround ground, GridFrame frame, ScenarioInputs inputs, int threads, CancellationToken cancellation)
    {
        Grid<float> Laid(GridSource source, ResamplingRule rule) => new ResampledSurface(inputs.Grids[source.GridId].Surface(), frame, rule).ToGrid(threads, cancellation);
        return new LandscapeLayers
        {
            Heights = Laid(ground.Heights, ResamplingRule.Nearest),
            Model = ground.IsSurfaceTakenAsGround ? HeightModel.SurfaceTakenAsGround : HeightModel.Ground,
            LandCover = ground.LandCover is { } cover ? Laid(cover, ResamplingRule.Nearest) : null,
            ClutterMetres = ground.ClutterMetres,
            Sea = ground.Land is { } land ? Sea(land, frame, inputs) : null,
            WaterLevelMetres = ground.WaterLevelMetres,
        };
    }

    private static Grid<byte> Sea(FeatureSource land, GridFrame frame, ScenarioInputs inputs)
    {
        var sea = new Grid<byte>(frame);
        sea.Cells.Fill(1);
        foreach (var (_, geometry) in inputs.Features(land))
            Rasteriser.Burn(sea, geometry, (byte)0, CellRule.Centre);
        return sea;
    }

    private static List<MastRow> Rows(FeatureSource masts, ScenarioInputs inputs)
    {
        double Number(Features.Feature feature, string column) =>
            inputs.Layers[masts.LayerId].Column(column) >= 0 ? inputs.Number(masts, feature, column) : double.NaN;
        return [.. inputs.Features(masts).Select(m => new MastRow
        {
            Id = $"{inputs.Text(masts, m.Feature, "site")} (feature {m.Feature.Id})",
            X = m.Projected.InteriorPoint.X,
            Y = m.Projected.InteriorPoint.Y,
            HeightMetres = Number(m.Feature, "height_m"),
            Band = inputs.Text(masts, m.Feature, "band"),
            EirpDbm = Number(m.Feature, "eirp_re_dbm"),
            Operator = inputs.Text(masts, m.Feature, "operator"),
            Antenna = inputs.Text(masts, m.Feature, "antenna"),
            BearingDegrees = Number(m.Feature, "bearing_deg"),
            TiltDegrees = Number(m.Feature, "tilt_deg"),
            ElectricalTiltDegrees = Number(m.Feature, "electrical_tilt_deg"),
            Load = Number(m.Feature, "load"),
        })];
    }
}
