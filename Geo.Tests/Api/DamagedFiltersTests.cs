using System.Net;
using System.Text.RegularExpressions;
using CsCheck;

namespace Geo.Tests.Api;

/// <summary>Filters with random damage, through the door (robustness.md Q2): answered, or refused with the place of the fault; never a failure of the server.</summary>
public sealed partial class DamagedFiltersTests(SampleService service) : IClassFixture<SampleService>
{
    private static readonly string[] Texts =
    [
        "name = 'Trần Đề' AND people > 100000", "(height * 2 + 1) ^ 2 <= 30 OR NOT (coastal = TRUE)", "name LIKE '%châu%' OR CASEI(ACCENTI(name)) = 'vinh chau'",
        "people BETWEEN 0 AND 163918 AND since >= DATE('2009-12-23')", "S_INTERSECTS(geometry, POLYGON((105 9, 107 9, 107 10, 105 9)))", "name IN ('a', 'b') AND people IS NOT NULL",
        "S_WITHIN(geometry, BBOX(105, 9, 107, 10)) AND T_AFTER(since, DATE('2009-01-01'))", "T_INTERSECTS(since, INTERVAL('2009-01-01', '..'))", "A_CONTAINS(('a', name), ('a'))",
        "abs(height - 1) < max(people, 2) AND length(name) > 3", "seen = TIMESTAMP('2024-05-01T03:04:05Z') OR \"name\" ILIKE 's%'",
    ];

    private static readonly string[] Jsons =
    [
        """{"op":"and","args":[{"op":"=","args":[{"property":"name"},"Trần Đề"]},{"op":">","args":[{"property":"people"},1e5]}]}""",
        """{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Polygon","coordinates":[[[105,9],[107,9],[107,10],[105,9]]]}]}""",
        """{"op":"between","args":[{"op":"*","args":[{"property":"height"},2]},-1,{"op":"abs","args":[5]}]}""",
        """{"op":"not","args":[{"op":"like","args":[{"op":"casei","args":[{"property":"name"}]},{"op":"casei","args":["%ĐỀ"]}]}]}""",
        """{"op":"t_during","args":[{"interval":[{"property":"since"},".."]},{"interval":["2009-01-01","2025-01-01"]}]}""",
        """{"op":"in","args":[{"property":"since"},[{"date":"2009-12-23"},{"timestamp":"2024-05-01T03:04:05Z"}]]}""",
    ];

    [Fact]
    public Task A_damaged_text_is_answered_or_refused_with_its_character() => CheckAsync(Texts, "cql2-text", 700, Character());

    [Fact]
    public Task Damaged_JSON_is_answered_or_refused_with_its_pointer() => CheckAsync(Jsons, "cql2-json", 500, Pointer());

    private async Task CheckAsync(string[] filters, string language, int count, Regex place)
    {
        var damage = Gen.Select(Gen.Int[0, 3], Gen.Double[0, 1], Gen.Char["'\"\\()[]{},:.%_-+*/^<>=!;0149eEzZaANDORé\0 "], Gen.Int[1, 12]);
        var damaged = Gen.Select(Gen.Int[0, filters.Length - 1], damage.Array[1, 4]).Select((i, damages) => damages.Aggregate(filters[i], Damaged));
        var random = PCG.Parse("0000Kb2qqcP5");
        for (var i = 0; i < count; i++)
        {
            var filter = damaged.Generate(random, null, out _);
            var answer = await service.Server.GetAsync($"collections/places/items?lang=en&filter-lang={language}&filter={Uri.EscapeDataString(filter)}");
            if (answer.Status == HttpStatusCode.OK)
                continue;
            Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{filter}: {answer.Text}");
            var fault = answer.Json.GetProperty("parameters").EnumerateArray().Single();
            Assert.Equal("filter", fault.GetProperty("name").GetString());
            Assert.Matches(place, fault.GetProperty("allowed").GetString());
        }
    }

    /// <summary>One character out, in or exchanged, or a piece of the text doubled.</summary>
    private static string Damaged(string text, (int Kind, double Where, char With, int Length) damage)
    {
        var at = (int)(damage.Where * Math.Max(0, text.Length - 1));
        return damage.Kind switch
        {
            0 when text.Length > 1 => text.Remove(at, 1),
            1 => text.Insert(at, damage.With.ToString()),
            2 when text.Length > 1 => text.Remove(at, 1).Insert(at, damage.With.ToString()),
            _ => text.Insert(at, text.Substring(at, Math.Min(damage.Length, text.Length - at))),
        };
    }

    [GeneratedRegex(@"^character [0-9]+: [A-Z'].*\.$", RegexOptions.Singleline)]
    private static partial Regex Character();

    [GeneratedRegex(@"^/[^ ]*: [A-Z'].*\.$", RegexOptions.Singleline)]
    private static partial Regex Pointer();
}
