using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Tests.Fixtures;
using Geo.Tests.Scenarios;

namespace Geo.Tests.Api;

/// <content>The process that tells why.</content>
public sealed partial class ComputingProcessTests
{
    [Fact]
    public async Task Why_this_score_says_what_the_page_of_the_scenario_says()
    {
        var (longitude, latitude) = LonLat(30, 10);
        var inputs = string.Create(CultureInfo.InvariantCulture, $"{{\"scenario\":\"small\",\"longitude\":{longitude:R},\"latitude\":{latitude:R}}}");
        var process = (await ExecuteAsync("why-this-score", inputs)).Json;
        var page = await _server.GetJsonAsync(string.Create(CultureInfo.InvariantCulture, $"scenarios/small/why?lon={longitude:R}&lat={latitude:R}"));
        Assert.Equal(page.GetProperty("score").GetDouble(), process.GetProperty("score").GetDouble());
        Assert.Equal(page.GetProperty("criteria").GetRawText(), process.GetProperty("criteria").GetRawText());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ExecuteAsync("why-this-score", """{"scenario":"small","longitude":0,"latitude":0}""")).Status);
    }

    [Fact]
    public async Task Why_in_a_polygon_says_ranges_limits_and_what_one_change_would_lift()
    {
        // Four cells of row 30, columns 10 to 13: canal 690, 660, 630, 600 m away, road 600 m, ponds; weights 3 : 1 : 2; S1 from 0.8. Worked out by hand.
        var why = (await ExecuteAsync("why-this-score", $$"""{"scenario":"small","area":{{Area(Row)}} }""")).Json;
        Assert.Equal((4, 0.36, 0.36), (why.GetProperty("cells").GetInt64(), Math.Round(why.GetProperty("hectares").GetDouble(), 3), Math.Round(why.GetProperty("scoredHectares").GetDouble(), 3)));
        AssertRange([((3 * (810 / 1410.0)) + Road + 2) / 6, ((3 * (855 / 1410.0)) + Road + 2) / 6, ((3 * (900 / 1410.0)) + Road + 2) / 6], why.GetProperty("score"));
        var (canal, road, cover) = (why.GetProperty("criteria")[0], why.GetProperty("criteria")[1], why.GetProperty("criteria")[2]);
        AssertRange([600, 645, 690], canal.GetProperty("value"));
        AssertRange([810 / 1410.0, 855 / 1410.0, 900 / 1410.0], canal.GetProperty("membership"));
        AssertRange([Road / 6, Road / 6, Road / 6], road.GetProperty("contribution"));
        Assert.Equal((1, 0.36), (cover.GetProperty("categories")[0].GetProperty("code").GetInt32(), Math.Round(cover.GetProperty("categories")[0].GetProperty("hectares").GetDouble(), 3)));

        // To full membership, the canal gains up to 0.21 of the score and lifts all cells, the road gains 0.04 and lifts the two nearer ones, ponds are at their best.
        Assert.Equal(("canal", "canal"), (why.GetProperty("mostLimiting").GetString(), why.GetProperty("mostLifting").GetString()));
        Assert.Equal([0.36, 0, 0], why.GetProperty("criteria").EnumerateArray().Select(c => Math.Round(c.GetProperty("limitsHectares").GetDouble(), 3)));
        Assert.Equal([(0.75, 442.5, 0.36), (1, 90, 0.36)], Lifts(canal));
        Assert.Equal([(1, 0.18)], Lifts(road).Select(l => (l.Membership, l.Hectares)));
        Assert.Empty(Lifts(cover));
    }

    [Theory]
    [InlineData("""{"scenario":"small"}""", "inputs.longitude")]
    [InlineData("""{"scenario":"small","longitude":105.9}""", "inputs.latitude")]
    [InlineData("""{"scenario":"small","longitude":105.9,"latitude":9.6,"area":{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[105.9,9.5]}}}""", "inputs.area")]
    [InlineData("""{"scenario":"small","area":{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[105.9,9.5]}}}""", "inputs.area")]
    public async Task Why_wants_either_a_place_or_a_polygon(string inputs, string name)
    {
        var answer = await ExecuteAsync("why-this-score", inputs);
        Assert.True(answer.Status == HttpStatusCode.BadRequest, answer.Text);
        Assert.Equal(name, answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    private static void AssertRange(double[] expected, JsonElement range) =>
        Assert.Equal(expected, new[] { "least", "mean", "greatest" }.Select(n => range.GetProperty(n).GetDouble()), (a, b) => Math.Abs(a - b) <= 1e-6 * Math.Max(1, Math.Abs(a)));

    private static IEnumerable<(double Membership, double Value, double Hectares)> Lifts(JsonElement criterion) => criterion.GetProperty("lifts").EnumerateArray()
        .Select(l => (l.GetProperty("membership").GetDouble(), Math.Round(l.GetProperty("value").GetDouble(), 6), Math.Round(l.GetProperty("hectares").GetDouble(), 3)));
}
