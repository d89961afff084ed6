using Geo.Engine.Grids;
using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Terrain;

namespace Geo.Tests.Radio.Networks;

public sealed class LandscapeTests
{
    [Fact]
    public void A_surface_model_is_refused_until_it_is_taken_for_ground_knowingly()
    {
        Assert.Contains("surface model (roofs, tree tops), not ground", Faults(Layers with { Model = HeightModel.Surface }).Single().En, StringComparison.Ordinal);
        Assert.Empty(Faults(Layers with { Model = HeightModel.SurfaceTakenAsGround }));
    }

    [Fact]
    public void Trees_are_not_counted_twice() => Assert.Contains(
        "clutter by land cover must not be added",
        Faults(Layers with { Model = HeightModel.SurfaceTakenAsGround, LandCover = Filled(2), ClutterMetres = Heights(2, 0) }).Single().En,
        StringComparison.Ordinal);

    [Fact]
    public void A_cover_without_height_and_a_height_out_of_range_are_named()
    {
        Assert.Equal("land cover 3 has no clutter height", Faults(Layers with { LandCover = Filled(3), ClutterMetres = Heights(2, 0) }).Single().En);
        Assert.Equal("the clutter of land cover 3 is 200 m high; allowed are 0 to 100", Faults(Layers with { LandCover = Filled(3), ClutterMetres = Heights(3, 200) }).Single().En);
        Assert.Equal("the clutter of land cover 3 is NaN m high; allowed are 0 to 100", Faults(Layers with { LandCover = Filled(3), ClutterMetres = Heights(3, double.NaN) }).Single().En);
        Assert.Equal("the water level is 11 m; allowed are -10 to 10", Faults(Layers with { WaterLevelMetres = 11 }).Single().En);
    }

    [Fact]
    public void Unknown_ground_and_unknown_cover_stay_unknown_and_the_sea_has_the_water_level()
    {
        var landscape = Flatland.Build((row, _) => row < 10 ? float.NaN : 3, (row, column) => column < 10 ? 1 : 2, 1.2);
        Assert.True(float.IsNaN(landscape.Ground[5, 50]));
        Assert.Equal(1.2f, landscape.Ground[5, 5]);
        Assert.Equal(3f, landscape.Ground[50, 50]);
        Assert.Equal((byte)PathZone.Sea, landscape.Zones[5, 5]);
        Assert.Equal((byte)PathZone.Coastal, landscape.Zones[50, 50]);
        var uncovered = Landscape.Of(Layers with { LandCover = Filled(float.NaN), ClutterMetres = Heights(2, 0) }, Flatland.Frame, [], 1, TestContext.Current.CancellationToken);
        Assert.True(float.IsNaN(uncovered!.Ground[50, 50]));
    }

    [Fact]
    public void High_land_at_the_sea_is_inland_and_so_is_land_without_sea()
    {
        Assert.Equal((byte)PathZone.Inland, Flatland.Build((_, _) => 150, (_, column) => column < 10 ? 1 : 2).Zones[50, 50]);
        Assert.Equal((byte)PathZone.Inland, Flatland.Open.Zones[50, 50]);
    }

    private static LandscapeLayers Layers => new() { Heights = Filled(1), Model = HeightModel.Ground };

    private static Dictionary<int, double> Heights(int code, double metres) => new() { [code] = metres };

    private static Grid<float> Filled(float value)
    {
        var grid = new Grid<float>(Flatland.Frame);
        grid.Cells.Fill(value);
        return grid;
    }

    private static List<BilingualText> Faults(LandscapeLayers layers)
    {
        var problems = new List<BilingualText>();
        var landscape = Landscape.Of(layers, Flatland.Frame, problems, 1, TestContext.Current.CancellationToken);
        Assert.Equal(problems.Count == 0, landscape is not null);
        return problems;
    }
}
