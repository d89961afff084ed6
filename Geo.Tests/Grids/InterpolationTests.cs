using CsCheck;
using Geo.Engine.Grids;

namespace Geo.Tests.Grids;

public sealed class InterpolationTests
{
    private static readonly AlongWaterOptions Fine = new() { DistanceCellMetres = 30 };

    private static readonly Gen<StationValue> Stations =
        Gen.Select(Gen.Double[504_000, 505_000], Gen.Double[1_098_000, 1_099_000], Gen.Float[-5, 30], (x, y, value) => new StationValue(x, y, value));

    [Fact]
    public void A_cell_between_two_stations_has_their_weighted_mean()
    {
        // Centres at 15, 45, 75 ... m; stations at 15 m and 105 m: the second cell is 30 m from the first, 60 m from the other.
        var frame = SmallGrids.Frame(1, 4);
        var grid = Idw(frame, new InverseDistanceOptions(), At(frame, 0, 0, 10), At(frame, 0, 3, 20));
        Assert.Equal([10f, 12f, 18f, 20f], grid.Cells.ToArray());
    }

    [Fact]
    public void A_higher_power_draws_the_mean_to_the_nearer_station()
    {
        var frame = SmallGrids.Frame(1, 4);
        var grid = Idw(frame, new InverseDistanceOptions { Power = 1 }, At(frame, 0, 0, 10), At(frame, 0, 3, 20));
        Assert.Equal(13.333333f, grid[0, 1], 1e-5f);
        grid = Idw(frame, new InverseDistanceOptions { Power = 3 }, At(frame, 0, 0, 10), At(frame, 0, 3, 20));
        Assert.Equal(11.111111f, grid[0, 1], 1e-5f);
    }

    [Fact]
    public void A_station_out_of_reach_does_not_count_and_a_cell_without_any_is_nodata()
    {
        var frame = SmallGrids.Frame(1, 5);
        var grid = Idw(frame, new InverseDistanceOptions { MaxDistanceMetres = 60 }, At(frame, 0, 0, 10));
        Assert.Equal([10f, 10f, 10f, float.NaN, float.NaN], grid.Cells.ToArray());
    }

    [Fact]
    public void Two_stations_at_one_place_give_their_mean()
    {
        var frame = SmallGrids.Frame(1, 1);
        Assert.Equal(15, Idw(frame, new InverseDistanceOptions(), At(frame, 0, 0, 10), At(frame, 0, 0, 20))[0, 0]);
    }

    [Fact]
    public void Rows_of_any_length_have_the_mean_of_the_formula_in_every_cell()
    {
        // Eight cells and four stations are taken together: lengths around them, with and without a limit of reach.
        foreach (var columns in new[] { 1, 7, 8, 9, 15, 16, 17 })
            for (var count = 0; count <= 9; count++)
                foreach (var reach in new[] { 100, double.PositiveInfinity })
                {
                    var frame = SmallGrids.Frame(3, columns);
                    StationValue[] stations = [.. Enumerable.Range(0, count).Select(i => At(frame, i % 3, (i * 5) % 17, (i * 7) - 20) with { Y = frame.Top - (i * 13) })];
                    var cells = Idw(frame, new InverseDistanceOptions { MaxDistanceMetres = reach }, stations).Cells.ToArray();
                    for (var cell = 0; cell < cells.Length; cell++)
                        Assert.Equal(Mean(frame, stations, cell, reach), cells[cell], 1e-5f);
                }
    }

    [Fact]
    public void Stations_that_are_far_from_parts_of_a_row_give_the_mean_of_the_formula_there_too()
    {
        // Sums over far stations are taken at nodes of segments of 128 cells: rows around one and two of them, stations near, far along the row and far across it.
        foreach (var columns in new[] { 127, 128, 129, 300 })
        {
            var frame = SmallGrids.Frame(3, columns);
            StationValue[] stations = [.. Enumerable.Range(0, 23).Select(i => new StationValue(frame.Left + (i * 977 % 12_000) - 1_500, frame.Top - (i * i * 53) + 9_000, (i * 7 % 40) - 5))];
            var cells = Idw(frame, new InverseDistanceOptions(), stations).Cells.ToArray();
            for (var cell = 0; cell < cells.Length; cell++)
                Assert.Equal(Mean(frame, stations, cell, double.PositiveInfinity), cells[cell], 4e-6f);
        }
    }

    [Fact]
    public void Without_stations_every_cell_is_nodata() =>
        Assert.All(Idw(SmallGrids.Frame(3, 3), new InverseDistanceOptions()).Cells.ToArray(), v => Assert.True(float.IsNaN(v)));

    [Fact]
    public void Values_never_leave_the_range_of_the_stations()
    {
        Gen.Select(Stations.Array[1, 8], Gen.Double[0.5, 8]).Sample((stations, power) =>
        {
            var (least, most) = (stations.Min(s => s.Value), stations.Max(s => s.Value));
            var grid = Idw(SmallGrids.Frame(20, 23), new InverseDistanceOptions { Power = power }, stations);
            return grid.Cells.ToArray().All(v => v >= least && v <= most);
        });
    }

    // The scalar twin, on every width around the vector's.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(17)]
    public void Vectors_and_the_plain_sum_agree(int columns)
    {
        var frame = SmallGrids.Frame(7, columns);
        Gen.Select(Stations.Array[1, 5], Gen.Double[0.5, 6], Gen.Double[50, 2_000]).Sample(
            (stations, power, reach) =>
            {
                var grid = Idw(frame, new InverseDistanceOptions { Power = power, MaxDistanceMetres = reach }, stations);
                for (var row = 0; row < frame.Rows; row++)
                {
                    for (var column = 0; column < columns; column++)
                        Assert.Equal(Plain(frame.Centre(row, column), stations, power, reach), grid[row, column], 1e-3f);
                }
            },
            iter: 30);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(double.NaN, 100)]
    [InlineData(17, 100)]
    [InlineData(2, 0)]
    [InlineData(2, double.NaN)]
    public void Options_out_of_range_are_refused(double power, double reach) => Assert.Throws<ArgumentOutOfRangeException>(
        () => Idw(SmallGrids.Frame(2, 2), new InverseDistanceOptions { Power = power, MaxDistanceMetres = reach }));

    [Fact]
    public void A_station_that_is_not_finite_is_refused() => Assert.Throws<ArgumentException>(
        () => Idw(SmallGrids.Frame(2, 2), new InverseDistanceOptions(), new StationValue(1, 2, float.NaN)));

    [Fact]
    public void Values_go_around_a_headland_and_not_across_it()
    {
        // The river turns: the cell under the first station is 2 cells away overland, 12 through water.
        var water = SmallGrids.Drawn(
            "1111111",
            "......1",
            "1111111");
        var grid = Along(water, Fine with { MaxStationMetres = 0 }, At(water.Frame, 0, 0, 30), At(water.Frame, 2, 3, 0));
        Assert.True(grid[2, 0] < 2, $"{grid[2, 0]}");
        Assert.True(grid[0, 1] > 29, $"{grid[0, 1]}");
    }

    [Fact]
    public void Distances_through_water_weigh_the_stations()
    {
        // 1 and 2 cells away: weights 1 and 1/4.
        var water = SmallGrids.Drawn("1111");
        var grid = Along(water, Fine, At(water.Frame, 0, 0, 10), At(water.Frame, 0, 3, 20));
        Assert.Equal(12, grid[0, 1], 1e-3f);
        Assert.Equal(18, grid[0, 2], 1e-3f);
    }

    [Fact]
    public void Land_takes_the_value_of_the_nearest_water_up_to_its_reach()
    {
        var water = SmallGrids.Drawn("1....", "1....");
        var grid = Along(water, Fine with { MaxOverlandMetres = 60 }, At(water.Frame, 0, 0, 10));
        Assert.Equal([10f, 10f, 10f, float.NaN, float.NaN], grid.Row(1).ToArray());
    }

    [Fact]
    public void A_pond_that_no_water_leads_to_takes_the_value_of_the_nearest_that_is_reached()
    {
        var water = SmallGrids.Drawn("11...11");
        var grid = Along(water, Fine with { MaxStationMetres = 0 }, At(water.Frame, 0, 0, 10));
        Assert.All(grid.Cells.ToArray(), v => Assert.Equal(10, v));
    }

    [Fact]
    public void A_station_far_from_water_is_left_out_and_a_near_one_moved_to_it()
    {
        var water = SmallGrids.Drawn("1....", ".....");
        var options = Fine with { MaxStationMetres = 50 };
        Assert.True(float.IsNaN(Along(water, options, At(water.Frame, 0, 4, 10))[0, 0]));
        Assert.Equal(10, Along(water, options, At(water.Frame, 1, 1, 10))[0, 0]);
    }

    [Fact]
    public void Grids_without_water_or_stations_are_nodata()
    {
        var dry = new Grid<byte>(SmallGrids.Frame(5, 6));
        Assert.All(Along(dry, Fine, At(dry.Frame, 0, 0, 1)).Cells.ToArray(), v => Assert.True(float.IsNaN(v)));
        Assert.All(Along(SmallGrids.Drawn("11", "11"), Fine).Cells.ToArray(), v => Assert.True(float.IsNaN(v)));
    }

    [Fact]
    public void A_canal_one_cell_wide_carries_values_on_the_coarse_cells_too()
    {
        var water = new Grid<byte>(SmallGrids.Frame(40, 60));
        for (var column = 0; column < 60; column++)
            water[(column / 2) + 3, column] = 1;
        var grid = Along(water, new AlongWaterOptions { MaxOverlandMetres = 0 }, At(water.Frame, 3, 0, 25));
        Assert.Equal(25, grid[32, 59], 1e-4f);
    }

    [Fact]
    public void Values_along_water_stay_in_range_and_do_not_depend_on_threads()
    {
        Gen.Select(SmallGrids.Random(40), Stations.Array[1, 6], Gen.Double[30, 200]).Sample(
            (water, stations, cell) =>
            {
                var options = new AlongWaterOptions { DistanceCellMetres = cell };
                var (one, many) = (Along(water, options, stations), Along(water, options, 5, stations));
                Assert.Equal(one.Cells, many.Cells);
                var (least, most) = (stations.Min(s => s.Value), stations.Max(s => s.Value));
                Assert.All(one.Cells.ToArray(), v => Assert.True(float.IsNaN(v) || (v >= least && v <= most)));
            },
            iter: 200);
    }

    // 5-7-11 steps against the straight line over open water: at most 2 percent, so a mean of two stations by 4 percent of weight.
    [Fact]
    public void Open_water_gives_nearly_the_plain_mean()
    {
        var water = new Grid<byte>(SmallGrids.Frame(60, 60));
        water.Cells.Fill(1);
        var stations = new[] { At(water.Frame, 10, 12, 5), At(water.Frame, 50, 40, 25) };
        var (along, plain) = (Along(water, Fine, stations), Idw(water.Frame, new InverseDistanceOptions(), stations));
        for (var i = 0; i < along.Cells.Length; i++)
            Assert.Equal(plain.Cells[i], along.Cells[i], 0.4f);
    }

    private static Grid<float> Idw(GridFrame frame, InverseDistanceOptions options, params StationValue[] stations) =>
        Interpolation.InverseDistance(frame, stations, options, 2, TestContext.Current.CancellationToken);

    private static Grid<float> Along(Grid<byte> water, AlongWaterOptions options, params StationValue[] stations) => Along(water, options, 1, stations);

    private static Grid<float> Along(Grid<byte> water, AlongWaterOptions options, int threads, StationValue[] stations) =>
        Interpolation.AlongWater(water, stations, options, threads, TestContext.Current.CancellationToken);

    private static StationValue At(GridFrame frame, int row, int column, float value)
    {
        var (x, y) = frame.Centre(row, column);
        return new StationValue(x, y, value);
    }

    private static float Plain((double X, double Y) cell, StationValue[] stations, double power, double reach)
    {
        var (sum, total) = (0.0, 0.0);
        foreach (var station in stations)
        {
            var distance = Math.Sqrt(Math.Pow(cell.X - station.X, 2) + Math.Pow(cell.Y - station.Y, 2));
            if (distance > reach)
                continue;
            sum += station.Value / Math.Pow(distance, power);
            total += 1 / Math.Pow(distance, power);
        }

        return total == 0 ? float.NaN : (float)(sum / total);
    }

    private static float Mean(GridFrame frame, StationValue[] stations, int cell, double reach)
    {
        var (x, y) = frame.Centre(cell / frame.Columns, cell % frame.Columns);
        var near = stations.Select(s => (s.Value, Square: Math.Pow(s.X - x, 2) + Math.Pow(s.Y - y, 2))).Where(s => s.Square <= reach * reach).ToList();
        return (float)(near.Sum(s => s.Value / Math.Max(s.Square, 1e-6)) / near.Sum(s => 1 / Math.Max(s.Square, 1e-6)));
    }
}
