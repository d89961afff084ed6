using System.Globalization;
using System.Text.Json;
using CsCheck;
using Geo.Engine.Geodesy;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Geodesy;

public sealed class ProjectionTests
{
    private static readonly Projection ToWorking = Projection.Between(CoordinateSystems.Crs84, CoordinateSystems.Vn2000Tm3Zone10530);
    private static readonly Projection FromWorking = Projection.Between(CoordinateSystems.Vn2000Tm3Zone10530, CoordinateSystems.Crs84);

    public static TheoryData<string, string, double[]> Witness()
    {
        var rows = new TheoryData<string, string, double[]>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "Geo.Tests", "Reference", "projection.csv")).Skip(2))
        {
            var field = line.Split(',');
            rows.Add(field[0], field[1], [.. field.Skip(2).Select(Number)]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Witness))]
    public void Every_system_agrees_with_proj_both_ways(string operation, string target, double[] row)
    {
        var system = CoordinateSystems.Find(target)!;
        var shift = DatumOperation.All.Single(o => o.Code == operation);
        var there = Projection.Between(CoordinateSystems.Crs84, system, shift).Transform(row[0], row[1]);
        var back = Projection.Between(system, CoordinateSystems.Crs84, shift).Transform(row[2], row[3]);
        var tolerance = system.IsGeographic ? 2e-10 : 2e-5;
        Assert.Equal(row[2], there.X, tolerance);
        Assert.Equal(row[3], there.Y, tolerance);
        Assert.Equal(row[4], back.X, 2e-10);
        Assert.Equal(row[5], back.Y, 2e-10);
    }

    [Fact]
    public void The_check_value_of_the_province_is_met_to_a_millimetre()
    {
        var (x, y) = ToWorking.Transform(105.97, 9.60);
        Assert.Equal(551_391.972, x, 0.001);
        Assert.Equal(1_061_653.388, y, 0.001);
    }

    // The reference file names EPSG:6960, but its numbers are those of EPSG:5194, which PROJ prefers north of 9.35 degrees.
    [Fact]
    public void The_published_town_positions_are_met_by_the_shift_proj_prefers_there()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.Shared("reference", "mcda", "crs.json")));
        var towns = file.RootElement.GetProperty("cases")[0];
        var positions = Pairs(towns.GetProperty("input").GetProperty("lon_lat_wgs84"));
        var expected = towns.GetProperty("expected");
        AssertPairs(CoordinateSystems.Vn2000Tm3Zone10530, positions, Pairs(expected.GetProperty("epsg9209_EN")), 0.001);
        AssertPairs(CoordinateSystems.Vn2000Utm48, positions, Pairs(expected.GetProperty("epsg3405_EN")), 0.001);
        AssertPairs(CoordinateSystems.Wgs84Utm48, positions, Pairs(expected.GetProperty("epsg32648_EN")), 0.001);
        AssertPairs(CoordinateSystems.Vn2000, positions, [.. Pairs(expected.GetProperty("vn2000_lat_lon")).Select(p => (p.Y, p.X))], 1e-8);
    }

    [Theory]
    [InlineData("EPSG:6960", "EPSG:9209", 551_819.67, 1_061_930.47)]
    [InlineData("EPSG:6960", "EPSG:3405", 606_671.31, 1_061_727.23)]
    [InlineData("EPSG:5194", "EPSG:9209", 551_818.85, 1_061_930.43)]
    [InlineData("EPSG:5194", "EPSG:3405", 606_670.49, 1_061_727.19)]
    [InlineData("EPSG:6960", "EPSG:3857", 11_796_960.585, 1_073_984.958)]
    public void The_traps_of_axis_order_and_shift_are_met(string operation, string target, double x, double y)
    {
        var shift = DatumOperation.All.Single(o => o.Code == operation);
        var position = Projection.Between(CoordinateSystems.Crs84, CoordinateSystems.Find(target)!, shift).Transform(105.9739, 9.6025);
        Assert.Equal(x, position.X, 0.006);
        Assert.Equal(y, position.Y, 0.006);
    }

    [Fact]
    public void There_is_no_seam_where_other_software_changes_the_shift()
    {
        var south = ToWorking.Transform(106.2, 9.35 - 1e-9);
        var north = ToWorking.Transform(106.2, 9.35 + 1e-9);
        Assert.Equal(south.X, north.X, 0.001);
        Assert.Equal(south.Y, north.Y, 0.001);
    }

    [Fact]
    public void Gdal_agrees_when_it_is_held_to_the_same_shift()
    {
        const string pipeline = "+proj=pipeline +step +proj=axisswap +order=1,2 +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=push +v_3 "
            + "+step +proj=cart +ellps=WGS84 +step +inv +proj=helmert +x=-191.90441429 +y=-39.30318279 +z=-111.45032835 +rx=-0.00928836 "
            + "+ry=0.01975479 +rz=-0.00427372 +s=0.252906278 +convention=coordinate_frame +step +inv +proj=cart +ellps=WGS84 +step +proj=pop +v_3 "
            + "+step +proj=tmerc +lon_0=105.5 +k=0.9999 +x_0=500000 +ellps=WGS84";
        var (code, output) = Requirement.Run("gdaltransform", "-ct", pipeline, "-output_xy", "-s_srs", "OGC:CRS84", "-t_srs", "EPSG:9209", "-coord", "106.05", "9.41");
        Assert.Equal(0, code);
        var expected = output.Trim().Split(' ').Select(Number).ToArray();
        var (x, y) = ToWorking.Transform(106.05, 9.41);
        Assert.Equal(expected[0], x, 1e-5);
        Assert.Equal(expected[1], y, 1e-5);
    }

    [Fact]
    public void There_and_back_in_the_delta_is_less_than_a_millimetre()
    {
        var systems = Gen.Int[0, CoordinateSystems.All.Count - 1].Select(i => CoordinateSystems.All[i]);
        Gen.Select(systems, systems, Gen.Double[104.4, 107], Gen.Double[8.2, 11]).Sample((source, target, longitude, latitude) =>
        {
            var start = Projection.Between(CoordinateSystems.Crs84, source).Transform(longitude, latitude);
            var there = Projection.Between(source, target).Transform(start.X, start.Y);
            var back = Projection.Between(target, source).Transform(there.X, there.Y);
            var tolerance = source.IsGeographic ? 9e-9 : 1e-3;
            return Math.Abs(back.X - start.X) < tolerance && Math.Abs(back.Y - start.Y) < tolerance;
        });
    }

    [Fact]
    public void Systems_of_one_position_are_left_untouched() =>
        Assert.Equal((105.97, 9.6), Projection.Between(CoordinateSystems.Crs84, CoordinateSystems.Wgs84).Transform(105.97, 9.6));

    [Fact]
    public void Nan_in_gives_nan_out()
    {
        foreach (var target in CoordinateSystems.All)
        {
            var (x, y) = Projection.Between(CoordinateSystems.Vn2000Utm48, target).Transform(double.NaN, double.NaN);
            Assert.True(double.IsNaN(x) && double.IsNaN(y));
        }
    }

    [Fact]
    public void An_unknown_system_is_refused_by_name()
    {
        var unknown = new CoordinateSystem("EPSG:9217", "", 9217, "TM-3 108-15", AxisOrder.EastNorth, false);
        var error = Assert.Throws<ArgumentException>(() => Projection.Between(CoordinateSystems.Crs84, unknown));
        Assert.Contains("EPSG:9217", error.Message, StringComparison.Ordinal);
        Assert.Contains("EPSG:9209", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_geometry_is_copied_with_its_heights_and_gets_the_srid()
    {
        var source = new WKTReader().Read("GEOMETRYCOLLECTION Z (POINT Z (105.97 9.6 3), POLYGON Z ((105.9 9.5 1, 106 9.5 2, 106 9.6 3, 105.9 9.5 1)))");
        var result = ToWorking.Transform(source);
        Assert.Equal(9209, result.SRID);
        Assert.Equal(551_391.972, result.Coordinates[0].X, 0.001);
        Assert.Equal(3, result.Coordinates[0].Z);
        Assert.Equal(105.97, source.Coordinates[0].X);
    }

    [Fact]
    public void An_empty_geometry_stays_empty() => Assert.True(ToWorking.Transform(Point.Empty).IsEmpty);

    [Fact]
    public void The_box_of_a_transformed_box_holds_every_point_of_it()
    {
        var box = new Extent(504_000, 1_018_020, 596_100, 1_099_020);
        var outer = FromWorking.Transform(box);
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1]).Sample((s, t) =>
        {
            var (x, y) = FromWorking.Transform(box.MinX + (s * box.Width), box.MinY + (t * box.Height));
            return x >= outer.MinX && x <= outer.MaxX && y >= outer.MinY && y <= outer.MaxY;
        });
    }

    [Fact]
    public void The_box_of_a_wide_box_holds_its_bulging_sides()
    {
        var outer = Projection.Between(CoordinateSystems.Crs84, CoordinateSystems.Vn2000Utm48).Transform(new Extent(102, 8, 109, 23));
        var side = Projection.Between(CoordinateSystems.Crs84, CoordinateSystems.Vn2000Utm48);
        for (var i = 0; i <= 1000; i++)
        {
            Assert.True(side.Transform(102 + (0.007 * i), 8).Y >= outer.MinY);
            Assert.True(side.Transform(109, 8 + (0.015 * i)).X <= outer.MaxX);
            Assert.True(side.Transform(102 + (0.007 * i), 23).Y <= outer.MaxY);
        }
    }

    [Fact]
    public void Threads_share_a_projection()
    {
        var expected = Enumerable.Range(0, 20_000).Select(i => ToWorking.Transform(105.5 + (i * 1e-5), 9.5)).ToArray();
        var received = Enumerable.Range(0, 20_000).AsParallel().AsOrdered().Select(i => ToWorking.Transform(105.5 + (i * 1e-5), 9.5)).ToArray();
        Assert.Equal(expected, received);
    }

    private static void AssertPairs(CoordinateSystem system, (double X, double Y)[] positions, (double X, double Y)[] expected, double tolerance)
    {
        var projection = Projection.Between(CoordinateSystems.Crs84, system, DatumOperation.Epsg5194);
        foreach (var (position, answer) in positions.Zip(expected))
        {
            var (x, y) = projection.Transform(position.X, position.Y);
            Assert.Equal(answer.X, x, tolerance);
            Assert.Equal(answer.Y, y, tolerance);
        }
    }

    private static (double X, double Y)[] Pairs(JsonElement array) => [.. array.EnumerateArray().Select(p => (p[0].GetDouble(), p[1].GetDouble()))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
