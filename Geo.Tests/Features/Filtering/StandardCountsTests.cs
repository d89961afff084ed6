using Geo.Engine.Filters;

namespace Geo.Tests.Features.Filtering;

/// <summary>Counts of OGC 21-065r2, Annex A, over the standard's own data.</summary>
public sealed class StandardCountsTests(StandardData data) : IClassFixture<StandardData>
{
    [Theory]
    [InlineData("predicates.ndjson", 105)]
    [InlineData("combinations.ndjson", 25)]
    public async Task Filters_in_JSON_let_through_as_many_features_as_the_standard_says(string file, int lines)
    {
        var wrong = new List<string>();
        var checks = StandardData.Checks(file).ToList();
        foreach (var check in checks)
        {
            var found = await data.CountAsync(check.GetProperty("collection").GetString()!, Cql2Json.Parse(check.GetProperty("json"))); // each line has one
            if (found != check.GetProperty("expected").GetInt64())
                wrong.Add($"{found} for {check.GetProperty("expected")}: {check.GetProperty("text")}");
        }

        Assert.Empty(wrong);
        Assert.Equal(lines, checks.Count);
    }
}
