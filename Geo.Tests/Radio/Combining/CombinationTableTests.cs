using Geo.Engine.Radio.Combining;

namespace Geo.Tests.Radio.Combining;

public sealed class CombinationTableTests
{
    // what ITU-R P.1812, P.2108 and TR 38.901 say of themselves: y allowed, n refused; heights, terminal, town, places, wall, building, car
    [Theory]
    [InlineData(PropagationModel.FreeSpace, "nyynyyy")]
    [InlineData(PropagationModel.PlaneEarth, "nyynyyy")]
    [InlineData(PropagationModel.WaterPath, "nnnnyyy")]
    [InlineData(PropagationModel.PointToArea, "yyyyyyy")]
    [InlineData(PropagationModel.LongleyRice, "nyynyyy")]
    [InlineData(PropagationModel.RuralMacro, "nnnnyyy")]
    [InlineData(PropagationModel.UrbanMacro, "nnnnyyy")]
    [InlineData(PropagationModel.StreetCanyon, "nnnnyyy")]
    [InlineData(PropagationModel.OkumuraHata, "nnnnyyy")]
    [InlineData(PropagationModel.CostHata, "nnnnyyy")]
    [InlineData(PropagationModel.StreetInSight, "nnnnyyy")]
    public void Every_pair_is_allowed_or_refused_as_the_table_says(PropagationModel model, string expected) =>
        Assert.Equal(expected, string.Concat(Enum.GetValues<LossAddition>().Select(addition => CombinationTable.Refusal(model, addition) is null ? 'y' : 'n')));

    [Fact]
    public void Every_model_is_in_the_table_above() => Assert.Equal(11, Enum.GetValues<PropagationModel>().Length);

    [Fact]
    public void Clutter_in_a_profile_and_clutter_of_a_town_are_refused_together()
    {
        var problem = Assert.Single(CombinationTable.Problems(PropagationModel.PointToArea, [LossAddition.ClutterHeights, LossAddition.TownClutter]));
        Assert.Equal("clutter may be reckoned in one way only: by heights in the profile, for a terminal, or for a town", problem.En);
        Assert.Empty(CombinationTable.Problems(PropagationModel.PointToArea, [LossAddition.ClutterHeights, LossAddition.LocationVariability, LossAddition.BuildingEntry]));
    }

    [Fact]
    public void Two_ways_indoors_are_refused_together() => Assert.Equal(
        "chỉ được chọn một cách tính suy hao vào trong: tường, công trình hoặc ô tô",
        Assert.Single(CombinationTable.Problems(PropagationModel.UrbanMacro, [LossAddition.WallEntry, LossAddition.BuildingEntry])).Vi);

    [Fact]
    public void All_that_is_wrong_is_said_at_once() =>
        Assert.Equal(2, CombinationTable.Problems(PropagationModel.UrbanMacro, [LossAddition.TownClutter, LossAddition.TerminalClutter]).Count);
}
