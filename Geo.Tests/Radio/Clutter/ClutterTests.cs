using Geo.Engine.Radio;
using Geo.Engine.Radio.Clutter;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Radio.Clutter;

public sealed class ClutterTests
{
    [Fact]
    public void Every_terminal_among_clutter_of_NTIA_is_met_or_flagged()
    {
        var rows = ReferenceRow.Of("reference", "radio", "p2108", "height_gain_terminal.csv");
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var (frequency, terminal) = (row.Number("f__ghz"), row.Number("h__meter"));
            var (clutter, street) = (row.Number("R__meter"), row.Number("w_s__meter"));
            var isSound = row.Number("rtn") == 0;
            Assert.Equal(isSound, TerminalClutter.Broken(frequency, terminal, clutter, street) == ModelLimits.None);
            if (isSound)
                Assert.Equal(row.Number("A_h__db"), TerminalClutter.LossDb((ClutterKind)row.Number("clutter_type"), frequency, terminal, clutter, street), 0.1);
        }
    }

    [Fact]
    public void Every_town_of_NTIA_is_met_or_flagged()
    {
        var rows = ReferenceRow.Of("reference", "radio", "p2108", "terrestrial_statistical.csv");
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var (frequency, distance, percent) = (row.Number("f__ghz"), row.Number("d__km"), row.Number("p"));
            var isSound = row.Number("rtn") == 0;
            Assert.Equal(isSound, TownClutter.Broken(frequency, distance, percent) == ModelLimits.None);
            if (isSound)
                Assert.Equal(row.Number("L_ctt__db"), TownClutter.LossDb(frequency, distance, percent), 0.1);
        }
    }

    [Fact]
    public void Heights_that_are_none_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TerminalClutter.LossDb(ClutterKind.Trees, 0.763, 0, 15, 27));
        Assert.Throws<ArgumentOutOfRangeException>(() => TerminalClutter.LossDb(ClutterKind.Trees, 0.763, 1.5, double.NaN, 27));
        Assert.Throws<ArgumentOutOfRangeException>(() => TownClutter.LossDb(0.763, 1, double.NaN));
    }

    [Fact]
    public void A_terminal_at_the_height_of_the_clutter_loses_nothing() => Assert.Equal(0, TerminalClutter.LossDb(ClutterKind.Trees, 0.763, 15, 15, 27));
}
