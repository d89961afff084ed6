using Geo.Engine.Radio;
using Geo.Engine.Radio.Entry;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Radio.Entry;

public sealed class EntryTests
{
    [Fact]
    public void Every_building_entry_loss_of_the_ITU_is_met()
    {
        var rows = ReferenceRow.Of("reference", "radio", "p2109", "building_entry_loss.csv");
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var kind = row.Text("building_class") == "traditional" ? BuildingKind.Traditional : BuildingKind.ThermallyEfficient;
            Assert.Equal(
                row.Number("loss_dB"),
                BuildingEntry.LossDb(kind, row.Number("f_GHz"), row.Number("elevation_deg"), row.Number("probability_pct")),
                0.01);
        }
    }

    // radio planning figures: traditional buildings, half of the cases
    [Theory]
    [InlineData(0.7, 14.1)]
    [InlineData(2.6, 15.3)]
    [InlineData(3.7, 15.8)]
    public void Houses_of_the_common_bands_lose_what_planners_reckon(double gigahertz, double decibels) =>
        Assert.Equal(decibels, BuildingEntry.LossDb(BuildingKind.Traditional, gigahertz, 0, 50), 0.06);

    // radio planning figures from table 7.4.3-2 of TR 38.901
    [Theory]
    [InlineData(0.7, 10.2, 17.8)]
    [InlineData(2.6, 12.3, 24.4)]
    [InlineData(3.7, 12.8, 27.3)]
    public void Walls_of_the_common_bands_lose_what_planners_reckon(double gigahertz, double low, double high)
    {
        Assert.Equal(low, WallEntry.WallDb(WallKind.LowLoss, gigahertz), 0.06);
        Assert.Equal(high, WallEntry.WallDb(WallKind.HighLoss, gigahertz), 0.06);
    }

    [Fact]
    public void The_way_indoors_and_the_difference_between_buildings_count_too()
    {
        var low = WallEntry.Loss(WallKind.LowLoss, 0.7, 10);
        Assert.Equal(WallEntry.WallDb(WallKind.LowLoss, 0.7) + 5, low.MedianDb, 1e-12);
        Assert.Equal(4.4, low.DeviationDb);
        Assert.Equal(6.5, WallEntry.Loss(WallKind.HighLoss, 0.7, 0).DeviationDb);
    }

    [Fact]
    public void Cars_lose_nine_decibels_and_metallised_ones_twenty()
    {
        Assert.Equal(new NormalLoss(9, 5), CarEntry.Plain);
        Assert.Equal(new NormalLoss(20, 5), CarEntry.Metallised);
    }

    [Fact]
    public void Deviations_of_street_and_wall_add_as_squares()
    {
        var both = new NormalLoss(100, 8).Then(new(12, 6));
        Assert.Equal((112.0, 10.0), (both.MedianDb, both.DeviationDb));
        Assert.Equal(0.8413447460685429, both.ShareWithin(122), 1e-12); // one deviation above the median
        Assert.Equal((0.0, 1.0), (new NormalLoss(9, 0).ShareWithin(8.9), new NormalLoss(9, 0).ShareWithin(9)));
    }

    [Fact]
    public void What_lies_outside_the_models_is_flagged()
    {
        Assert.Equal(ModelLimits.None, BuildingEntry.Broken(0.763, 0, 50));
        Assert.Equal(ModelLimits.Frequency | ModelLimits.Elevation | ModelLimits.LocationPercent, BuildingEntry.Broken(0.07, 91, 100));
        Assert.Equal(ModelLimits.Frequency, WallEntry.Broken(double.NaN));
        Assert.Equal(ModelLimits.None, WallEntry.Broken(0.763));
        Assert.Equal(ModelLimits.Frequency, CarEntry.Broken(0.5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(double.NaN)]
    public void A_share_of_all_or_none_is_refused(double percent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BuildingEntry.LossDb(BuildingKind.Traditional, 0.763, 0, percent));
}
