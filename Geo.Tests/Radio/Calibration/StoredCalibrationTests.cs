using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Radio;
using Geo.Engine.Radio.Calibration;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Propagation;
using Geo.Tests.Radio.Networks;

namespace Geo.Tests.Radio.Calibration;

public sealed class StoredCalibrationTests
{
    private static readonly NetworkSettings Network = new() { RadiusMetres = 8_000 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_cell_takes_the_offset_of_its_class_and_unknown_ones_that_of_all()
    {
        var clutter = Codes((_, column) => column < 50 ? 1 : column < 100 ? 9 : float.NaN);
        var offsets = Stored(MeasuredGround.Model).Offsets(Flatland.Frame, clutter, 1, Cancel);
        Assert.Equal((-7f, 2f, 2f), (offsets[100, 10], offsets[100, 60], offsets[100, 150]));
    }

    [Fact]
    public void Levels_and_all_that_comes_of_them_are_shifted_by_the_offsets()
    {
        var offsets = Stored(MeasuredGround.Model).Offsets(Flatland.Frame, Codes((_, column) => column < 110 ? 1 : 2), 1, Cancel);
        var site = Flatland.Mast("a", Flatland.Middle.X, Flatland.Middle.Y, Flatland.Wide, 0);
        var plain = Flatland.Plan(Flatland.Open, Network, 1, site).Coverage;
        var shifted = Flatland.Plan(Flatland.Open, Network with { OffsetsDb = offsets }, 1, site).Coverage;
        Assert.Equal(plain.SignalDbm[100, 105] - 7, shifted.SignalDbm[100, 105], 1e-3);
        Assert.Equal(plain.SignalDbm[100, 120] + 2, shifted.SignalDbm[100, 120], 1e-3);
        Assert.Equal(plain.SinrDb[100, 120] + 2, shifted.SinrDb[100, 120], 1e-3);
        Assert.True(shifted.SignalProbability[100, 105] < plain.SignalProbability[100, 105]);
    }

    [Fact]
    public void By_distance_a_shift_moves_the_level_and_the_probability_as_a_lower_threshold_would()
    {
        var offsets = Stored(MeasuredNetwork.Model).Offsets(Flatland.Frame, Codes((_, column) => column < 110 ? 1 : 2), 1, Cancel);
        Transmitter[] sites = [new("a", Flatland.Middle.X, Flatland.Middle.Y, 35, 773, 15, "n28")];
        var map = CalibratedMap.Compute(sites, new CoverageSettings(), offsets, 1, Cancel);
        var plain = CoverageMap.Compute(Flatland.Frame, sites, new CoverageSettings(), 1, Cancel);
        var lower = CoverageMap.Compute(Flatland.Frame, sites, new CoverageSettings { ThresholdDbm = -107 }, 1, Cancel);
        Assert.Equal(plain.SignalDbm[100, 105] - 7, map.SignalDbm[100, 105], 1e-3);
        Assert.Equal(plain.SignalDbm[100, 125] + 2, map.SignalDbm[100, 125], 1e-3);
        Assert.Equal(lower.Probability[100, 125], map.Probability[100, 125], 1e-4);
        Assert.Equal(0, map.BestServer[100, 125]);
    }

    [Fact]
    public void Measurements_below_the_direct_form_of_the_model_give_their_shortfall_as_offset()
    {
        // Level ground, so that the profile to any cell is a line of points at 1 m.
        var model = new PointToArea(new PointToAreaSettings { FrequencyGigahertz = 2.55, RefractivityGradient = 45, SeaLevelRefractivity = 380, LatitudeDegrees = 9.6 });
        var measurements = new List<Measurement>();
        for (var step = 5; step < 45; step++)
        {
            double[] distances = [.. Enumerable.Range(0, step + 1).Select(i => i * 0.1)];
            var geometry = PathGeometry.Of(new PathProfile(distances, distances.Select(_ => 1.0).ToArray()), new PathEnds(35, 1.5), model.Earth);
            var (x, y) = Flatland.Frame.Centre(100, 100 + step);
            measurements.Add(new Measurement(x, y, "a", step % 2 == 0 ? "n41" : "", 30 - model.LossDb(geometry) - 7, DateTimeOffset.UnixEpoch, step));
        }
        var masts = new[] { ("a", Flatland.Mast("a", Flatland.Middle.X, Flatland.Middle.Y, Flatland.Wide, 30)) };
        var ground = new MeasuredGround(masts, Codes((_, _) => 2), Flatland.Open, Flatland.Frame, Network);
        var (samples, leftOut, problems) = ground.Compare(measurements, (x, y) => (x, y), Cancel);
        Assert.Empty(problems);
        Assert.Equal((40, 0), (samples.Count, leftOut));
        Assert.All(samples, s => Assert.Equal(-7, s.MeasuredDbm - s.PredictedDbm, 1e-3));
        var stranger = ground.Compare([measurements[0] with { Site = "b" }, measurements[0] with { Band = "n28" }], (x, y) => (x, y), Cancel).Problems;
        Assert.Equal(["site 'b' is not in the layer of masts; there are: a", "band 'n28' of site 'a' does not name one carrier; there are: n41"], stranger.Select(p => p.Message.En));
    }

    [Fact]
    public void A_calibration_of_another_model_or_of_other_clutter_is_refused()
    {
        var metres = new Dictionary<int, double> { [1] = 0, [2] = 8 };
        var stored = Stored(MeasuredGround.Model, metres);
        Assert.Null(stored.Refusal(MeasuredGround.Model, new Dictionary<int, double>(metres)));
        Assert.Contains("is of the model ITU-R P.1812", stored.Refusal(MeasuredNetwork.Model, null)!.En, StringComparison.Ordinal);
        Assert.Contains("was made with clutter of 1: 0 m, 2: 8 m; here it is 1: 0 m, 2: 9 m", stored.Refusal(MeasuredGround.Model, new Dictionary<int, double> { [1] = 0, [2] = 9 })!.En, StringComparison.Ordinal);
        Assert.Contains("here it is 0 m", stored.Refusal(MeasuredGround.Model, new Dictionary<int, double>())!.En, StringComparison.Ordinal);
        Assert.Null(Stored(MeasuredNetwork.Model).Refusal(MeasuredNetwork.Model, null));
    }

    [Fact]
    public void A_document_says_its_status_and_one_of_before_says_none()
    {
        var written = System.Text.Encoding.UTF8.GetString(CalibrationJson.Write(Stored(MeasuredGround.Model).Document with { Status = LayerStatus.Schematic }));
        Assert.Contains("\"status\": \"Schematic\"", written, StringComparison.Ordinal);
        Assert.Equal(LayerStatus.Schematic, CalibrationJson.Read(System.Text.Encoding.UTF8.GetBytes(written)).Status);
        var before = written.Replace("\"status\": \"Schematic\",", "", StringComparison.Ordinal);
        Assert.Null(CalibrationJson.Read(System.Text.Encoding.UTF8.GetBytes(before)).Status);
    }

    /// <summary>Seven below in class 1, two above elsewhere.</summary>
    public static StoredCalibration Stored(string model, IReadOnlyDictionary<int, double>? metres = null) => new(
        new CalibrationDocument(
            CalibrationDocument.CurrentSchema, "field", model, "masts", "land-cover", "", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, new CalibrationSettings(),
            new ClutterCalibration(2, [new ClassOffset(1, 60, -7, true, 8, 4)], 90, 10, 6, 4, 4.5)) { ClutterMetres = metres },
        "");

    private static Grid<float> Codes(Func<int, int, float> code)
    {
        var grid = new Grid<float>(Flatland.Frame);
        for (var row = 0; row < Flatland.Frame.Rows; row++)
            for (var column = 0; column < Flatland.Frame.Columns; column++)
                grid[row, column] = code(row, column);
        return grid;
    }
}
