using Geo.Engine.Economy;
using Geo.Engine.Yaml;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Economy;

public sealed class EconomyTableTests
{
    private static string Bundled => File.ReadAllText(Path.Combine(Repository.Data, "economy.yaml"));

    [Fact]
    public void The_bundled_table_is_read()
    {
        var problems = new List<YamlProblem>();
        var table = EconomyTable.Parse(Bundled, problems);
        Assert.Empty(problems);
        Assert.Equal(["brackish-shrimp", "logistics-hub", "mobile-5g"], table!.Activities.Select(a => a.Id));
        Assert.Equal(ActivityBasis.Person, table.Find("mobile-5g")!.Basis);
        Assert.True(table.Find("brackish-shrimp")!.Jobs.IsStartingValue);
        Assert.Equal(2023, table.Find("brackish-shrimp")!.Yield.Year);
    }

    [Fact]
    public void A_hundred_hectares_of_shrimp_are_worth_what_the_table_says()
    {
        var shrimp = EconomyTable.Parse(Bundled, [])!.Find("brackish-shrimp")!;
        var expected = shrimp.For(100);
        // 100 ha x 0.60 x 3.856 t/ha x 119 million VND/t = 27,531.84 million; low 0.45 x 2.287 x 99, high 0.75 x 4.318 x 144
        Assert.Equal(27.53184, expected.OutputBillionVnd.Expected, 1e-9);
        Assert.Equal(10.1885850, expected.OutputBillionVnd.Low, 1e-7);
        Assert.Equal(46.63440, expected.OutputBillionVnd.High, 1e-7);
        Assert.Equal((27.0, 60.0, 112.5), (Math.Round(expected.Jobs.Low, 9), Math.Round(expected.Jobs.Expected, 9), Math.Round(expected.Jobs.High, 9)));
    }

    [Theory]
    [InlineData("currency: VND", "currency: USD", "currency")]
    [InlineData("basis: hectare", "basis: acre", "activities[0].basis")]
    [InlineData("low: 0.45", "low: 0.65", "activities[0].use_share")]
    [InlineData("value: 0.60", "value: 1.60", "activities[0].use_share.value")]
    [InlineData("value: 0.60", "value: 1e999", "activities[0].use_share.value")]
    [InlineData("- id: logistics-hub", "- id: brackish-shrimp", "")]
    public void A_fault_is_named_with_its_place(string old, string replacement, string path)
    {
        var problems = new List<YamlProblem>();
        var text = Bundled;
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.Null(EconomyTable.Parse(text[..at] + replacement + text[(at + old.Length)..], problems));
        Assert.Contains(problems, p => p.Path == path);
    }
}
