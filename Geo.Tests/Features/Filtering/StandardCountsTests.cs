using Geo.Engine.Filters;

namespace Geo.Tests.Features.Filtering;

/// <summary>Counts of OGC 21-065r2, Annex A, over the standard's own data.</summary>
public sealed class StandardCountsTests(StandardData data) : IClassFixture<StandardData>
{
    [Theory]
    [InlineData("predicates.ndjson", "json", 105)]
    [InlineData("combinations.ndjson", "json", 25)]
    [InlineData("predicates.ndjson", "text", 105)]
    [InlineData("combinations.ndjson", "text", 25)]
    public async Task Filters_let_through_as_many_features_as_the_standard_says(string file, string encoding, int lines)
    {
        var wrong = new List<string>();
        var checks = StandardData.Checks(file).ToList();
        foreach (var check in checks)
        {
            var filter = encoding == "json" ? Cql2Json.Parse(check.GetProperty("json")) : Cql2Text.Parse(check.GetProperty("text").GetString()!); // each line has both
            var found = await data.CountAsync(check.GetProperty("collection").GetString()!, filter); // likewise
            if (found != check.GetProperty("expected").GetInt64())
                wrong.Add($"{found} for {check.GetProperty("expected")}: {check.GetProperty("text")}");
        }

        Assert.Empty(wrong);
        Assert.Equal(lines, checks.Count);
    }

    // source: SQL of SQLite over the same file; for the first the standard, which wants the world to meet everything
    [Theory]
    [InlineData("ne_110m_admin_0_countries", "S_DISJOINT(geometry, BBOX(-180, -90, 180, 90))", 0)]
    [InlineData("ne_110m_populated_places_simple", "name LIKE '%'", 243)]
    [InlineData("ne_110m_populated_places_simple", "name LIKE '%%'", 243)]
    [InlineData("ne_110m_populated_places_simple", "ACCENTI(CASEI(name)) = 'hanoi'", 1)]
    [InlineData("ne_110m_populated_places_simple", "NOT (name LIKE 'B%') AND id <= 10", 9)]
    [InlineData("ne_110m_populated_places_simple", "boolean", 2)]
    public async Task More_filters_let_through_what_others_count(string collection, string text, long count) =>
        Assert.Equal(count, await data.CountAsync(collection, Cql2Text.Parse(text)));
}
