using CsCheck;
using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;

namespace Geo.Tests.Grids;

public sealed class KrigingTests
{
    private static readonly StationValue[] Three = [new(0, 0, 5), new(400, 0, 11), new(100, 300, 8)];

    private static readonly Gen<StationValue[]> Stations =
        Gen.Select(Gen.Double[504_000, 505_000], Gen.Double[1_098_000, 1_099_000], Gen.Float[-5, 30], (x, y, value) => new StationValue(x, y, value)).Array[3, 12];

    [Fact]
    public void Seven_samples_of_Isaaks_and_Srivastava_give_their_estimate_and_error()
    {
        // Isaaks and Srivastava, An introduction to applied geostatistics (1989), chapter 12, figure 12.1: C(h) = 10 exp(-0.3 h).
        StationValue[] samples = [new(61, 139, 477), new(63, 140, 696), new(64, 129, 227), new(68, 128, 646), new(71, 140, 606), new(73, 141, 791), new(75, 128, 783)];
        var (value, error) = new OrdinaryKriging(samples, new Variogram(VariogramModel.Exponential, 0, 10, 1 / 0.3)).At(65, 137);
        Assert.Equal(592.7, value, 0.05);
        Assert.Equal(8.96, error * error, 0.005);
    }

    // Solved by Gauss elimination of the semivariance system (another form than the one under test) with NumPy 1.24.
    [Theory]
    [InlineData(VariogramModel.Spherical, 8.151435226946568, 1.491732136983172)]
    [InlineData(VariogramModel.Exponential, 8.110555180901063, 1.3795035273942053)]
    [InlineData(VariogramModel.Gaussian, 8.141838504280951, 1.162913114835375)]
    public void With_a_nugget_covariances_give_what_semivariances_give(VariogramModel model, double value, double error)
    {
        var kriged = new OrdinaryKriging(Three, new Variogram(model, 1, 3, 1000)).At(200, 100);
        Assert.Equal((value, error), kriged, new Within(1e-9));
    }

    [Fact]
    public void A_station_keeps_its_value_and_has_no_error()
    {
        Stations.Where(AreApart).Sample(stations =>
        {
            foreach (var model in Enum.GetValues<VariogramModel>())
                foreach (var nugget in new[] { 0.0, 2 })
                {
                    var kriging = new OrdinaryKriging(stations, new Variogram(model, nugget, 5, 300));
                    foreach (var station in stations)
                        Assert.Equal((station.Value, 0), kriging.At(station.X, station.Y), new Within(5e-3));
                }
        }, iter: 100);
    }

    [Fact]
    public void Without_a_nugget_values_are_continuous_at_stations()
    {
        var kriging = new OrdinaryKriging(Three, new Variogram(VariogramModel.Spherical, 0, 3, 1000));
        Assert.Equal(11, kriging.At(400.01, 0).Value, 1e-3);
        Assert.NotEqual(11, new OrdinaryKriging(Three, new Variogram(VariogramModel.Spherical, 1, 3, 1000)).At(400.01, 0).Value, 1e-1);
    }

    [Fact]
    public void Far_from_all_stations_the_value_is_their_mean_and_the_error_more_than_the_sill()
    {
        var kriging = new OrdinaryKriging(Three, new Variogram(VariogramModel.Spherical, 0, 4, 50));
        // Beyond the range of each other the stations are independent: mean 8, variance 4 + 4 / 3.
        Assert.Equal((8, Math.Sqrt(16 / 3.0)), kriging.At(5_000, 5_000), new Within(1e-9));
    }

    [Fact]
    public void Alike_values_give_that_value_everywhere() =>
        Assert.Equal(7, new OrdinaryKriging([.. Three.Select(s => s with { Value = 7 })], new Variogram(VariogramModel.Gaussian, 0, 1, 200)).At(123, 45).Value, 1e-6);

    [Fact]
    public void Two_stations_at_one_place_count_as_their_mean() =>
        Assert.Equal(
            new OrdinaryKriging(Three, new Variogram(VariogramModel.Spherical, 0, 3, 1000)).At(200, 100),
            new OrdinaryKriging([.. Three[..2], Three[2] with { Value = 6 }, Three[2] with { Value = 10 }], new Variogram(VariogramModel.Spherical, 0, 3, 1000)).At(200, 100));

    [Theory]
    [InlineData(VariogramModel.Spherical)]
    [InlineData(VariogramModel.Exponential)]
    [InlineData(VariogramModel.Gaussian)]
    public void A_surface_has_what_the_system_gives_at_each_centre_in_strips_of_any_height(VariogramModel model)
    {
        var frame = SmallGrids.Frame(9, 13);
        var (x, y) = frame.Centre(4, 6);
        StationValue[] stations = [new(x, y, 3), new(x + 95, y + 20, 9), new(x - 70, y + 55, 1), new(x - 30, y - 200, 4)];
        var kriging = new OrdinaryKriging(stations, new Variogram(model, 0.5, 2, 120));
        var values = SurfaceTests.ByStrips(new KrigedSurface(frame, kriging, KrigingOutput.Value), 9);
        var errors = SurfaceTests.ByStrips(new KrigedSurface(frame, kriging, KrigingOutput.StandardError), 9);
        for (var cell = 0; cell < values.Length; cell++)
        {
            var centre = frame.Centre(cell / 13, cell % 13);
            Assert.Equal(kriging.At(centre.X, centre.Y), (values[cell], errors[cell]), new Within(1e-5));
        }
        Assert.Equal((3, 0), (values[(4 * 13) + 6], errors[(4 * 13) + 6]), new Within(1e-6));
        Assert.Equal(SurfaceTests.Bits(values), SurfaceTests.Bits(SurfaceTests.ByStrips(new KrigedSurface(frame, kriging, KrigingOutput.Value), 2)));
        Assert.Equal(SurfaceTests.Bits(errors), SurfaceTests.Bits(SurfaceTests.ByStrips(new KrigedSurface(frame, kriging, KrigingOutput.StandardError), 1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Rows_of_several_segments_have_what_the_system_gives_at_each_centre(double nugget)
    {
        // 300 cells of 30 m: the range of 4 km ends inside of segments of 128 cells, and goes over whole ones that are far from the station.
        var frame = SmallGrids.Frame(4, 300);
        var (x, y) = frame.Centre(2, 140);
        StationValue[] stations = [new(x, y, 3), new(x - 3_000, y + 900, 9), new(x + 4_200, y - 40, 1), new(x + 1_000, y + 3_800, 4), new(x - 7_500, y, 6)];
        var kriging = new OrdinaryKriging(stations, new Variogram(VariogramModel.Spherical, nugget, 2, 4_000));
        var values = SurfaceTests.ByStrips(new KrigedSurface(frame, kriging, KrigingOutput.Value), 4);
        for (var cell = 0; cell < values.Length; cell++)
        {
            var centre = frame.Centre(cell / 300, cell % 300);
            Assert.Equal(kriging.At(centre.X, centre.Y).Value, values[cell], 2e-6);
        }
        Assert.Equal(SurfaceTests.Bits(values), SurfaceTests.Bits(SurfaceTests.ByStrips(new KrigedSurface(frame, kriging, KrigingOutput.Value), 1)));
    }

    public static TheoryData<VariogramModel, double> ModelsAndRanges => new()
    {
        // 300 x 200 cells of 30 m in tiles of 64: ranges that end within a tile, that reach over some, and over all.
        { VariogramModel.Spherical, 500 }, { VariogramModel.Spherical, 1_500 }, { VariogramModel.Spherical, 4_000 }, { VariogramModel.Spherical, 30_000 },
        { VariogramModel.Exponential, 200 }, { VariogramModel.Exponential, 1_500 }, { VariogramModel.Exponential, 8_000 },
        { VariogramModel.Gaussian, 300 }, { VariogramModel.Gaussian, 1_950 }, { VariogramModel.Gaussian, 6_000 },
    };

    [Theory]
    [MemberData(nameof(ModelsAndRanges))]
    public void Tiles_have_what_the_system_gives_at_each_centre(VariogramModel model, double range)
    {
        var frame = SmallGrids.Frame(200, 300);
        var random = new Random(5);
        var (left, top) = frame.Centre(0, 0);
        var kriging = new OrdinaryKriging(
            [.. Enumerable.Range(0, 40).Select(i => new StationValue(left - 500 + (random.NextDouble() * 10_000), top + 500 - (random.NextDouble() * 7_000), i % 9))],
            new Variogram(model, 0.5, 2, range));
        var values = SurfaceTests.ByStrips(new KrigedSurface(frame, kriging, KrigingOutput.Value), 200);
        for (var cell = 0; cell < values.Length; cell++)
        {
            var centre = frame.Centre(cell / 300, cell % 300);
            Assert.Equal(kriging.At(centre.X, centre.Y).Value, values[cell], 1e-6);
        }
        Assert.Equal(SurfaceTests.Bits(values), SurfaceTests.Bits(SurfaceTests.ByStrips(new KrigedSurface(frame, kriging, KrigingOutput.Value), 7)));
    }

    // The least of Cressie's sum found by SciPy's Nelder-Mead from 120 starts.
    [Theory]
    [InlineData(VariogramModel.Spherical, 1.00698314, 4.23117, 714.32343963, 0.7651381437413557)]
    [InlineData(VariogramModel.Exponential, 0.35131442, 5.16660052, 292.12810098, 1.6361399373580985)]
    [InlineData(VariogramModel.Gaussian, 1.66665495, 3.60349196, 356.99122425, 1.0371314479824076)]
    public void A_fit_is_the_least_of_the_weighted_squares(VariogramModel model, double nugget, double sill, double range, double error)
    {
        VariogramLag[] lags = [new(100, 1.9, 20), new(250, 3.2, 45), new(400, 3.9, 60), new(600, 5.4, 80), new(900, 5.0, 70), new(1300, 5.3, 50)];
        var fit = VariogramFit.Fit(lags, model)!;
        Assert.Equal(error, VariogramFit.Error(lags, fit), 1e-8);
        Assert.Equal(nugget, fit.Nugget, 2e-3);
        Assert.Equal(sill, fit.PartialSill, 2e-3);
        Assert.Equal(range, fit.RangeMetres, 0.5);
    }

    [Theory]
    [InlineData(VariogramModel.Spherical)]
    [InlineData(VariogramModel.Exponential)]
    [InlineData(VariogramModel.Gaussian)]
    public void Classes_that_lie_on_a_variogram_give_it_back(VariogramModel model)
    {
        var right = new Variogram(model, 1.5, 6, 700);
        VariogramLag[] lags = [.. Enumerable.Range(1, 15).Select(i => new VariogramLag(i * 120, right.Semivariance(i * 120), 10 + i))];
        var fit = VariogramFit.Fit(lags, model)!;
        Assert.Equal((1.5, 6), (fit.Nugget, fit.PartialSill), new Within(1e-3));
        Assert.Equal(700, fit.RangeMetres, 0.1);
    }

    [Fact]
    public void Pairs_are_classed_by_distance_and_their_squared_differences_halved()
    {
        // Distances 400, 316.2 and 424.3; the cut-off 424.3 / 1 is in the last class of two, as all are but none in the first.
        var lags = VariogramFit.Empirical(Three, 425, 2);
        var lag = Assert.Single(lags);
        Assert.Equal((3, (36 + 9 + 9) / 6.0), (lag.Pairs, lag.Semivariance));
        Assert.Equal((400 + 316.22776601683795 + 424.26406871192853) / 3, lag.DistanceMetres, 1e-9);
        Assert.Empty(VariogramFit.Empirical([Three[0]]));
    }

    [Fact]
    public void Values_that_are_all_alike_have_no_variogram() =>
        Assert.Null(VariogramFit.Fit(VariogramFit.Empirical([.. Three.Select(s => s with { Value = 1 })], 425, 2), VariogramModel.Spherical));

    private static bool AreApart(StationValue[] stations) =>
        stations.SelectMany((a, i) => stations.Take(i).Select(b => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y))).All(d => d > 5);

    private sealed class Within(double tolerance) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) <= tolerance && Math.Abs(x.Item2 - y.Item2) <= tolerance;

        public int GetHashCode((double, double) obj) => 0;
    }
}
