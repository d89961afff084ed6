using System.Net;
using Geo.Engine.Features;

namespace Geo.Tests.Api;

/// <summary>Texts made to cost a matcher much (robustness.md V12), through every door that takes a text; a matcher that goes back over its steps would not end.</summary>
public sealed class CostlyPatternsTests
{
    private const int PatternCount = 200;
    private const int LongestPattern = 2_500;

    [Fact]
    public async Task Two_hundred_patterns_made_to_take_long_are_all_answered()
    {
        var layer = SampleLayers.Many with { Properties = [new("name", PropertyType.Text)] };
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(layer, Enumerable.Range(1, 10).Select(i => new Feature(i, null, [new string('a', 500 * i)]))));
        foreach (var pattern in Patterns())
        {
            var literal = $"'{pattern.Replace("'", "''", StringComparison.Ordinal)}'";
            foreach (var query in new[] { $"filter={Uri.EscapeDataString($"name LIKE {literal}")}", $"filter={Uri.EscapeDataString($"CASEI(ACCENTI(name)) LIKE CASEI(ACCENTI({literal}))")}", $"q={Uri.EscapeDataString(pattern)}", $"name={Uri.EscapeDataString(pattern)}" })
            {
                var answer = await server.GetAsync($"collections/many/items?{query}");
                Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{query}: {answer.Status}");
            }
        }
    }

    // source: OWASP, Regular expression Denial of Service (the first five); the others repeat what LIKE gives a meaning to.
    private static List<string> Patterns()
    {
        string[] parts = ["(a+)+", "([a-zA-Z]+)*", "(a|aa)+", "(a|a?)+", "(.*a)", "%a", "a%", "_%", "%_", "%_%a", "%%", "\\%", "\\\\", "%aa%", "á%", "%'", "a", "_", "%a_", "(?=a)"];
        int[] times = [1, 10, 20, 50, 100, 200, 400, 800, 1_000, 1_200];
        var patterns = parts.SelectMany(part => times.Select(n => Shortened(string.Concat(Enumerable.Repeat(part, n))) + "b")).ToList();
        Assert.Equal(PatternCount, patterns.Count);
        return patterns;
    }

    private static string Shortened(string pattern) => pattern.Length > LongestPattern ? pattern[..LongestPattern] : pattern;
}
