using System.Net;
using System.Text.RegularExpressions;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Api;

/// <summary>docs/conformance.md and docs/traps.md name tests that exist, and the page /conformance says what the former says.</summary>
public sealed partial class ConformancePageTests(SampleService service) : IClassFixture<SampleService>
{
    private static string Document => Page("conformance.md");

    [Theory]
    [InlineData("conformance.md")]
    [InlineData("traps.md")]
    public void Every_test_that_the_page_names_exists(string name)
    {
        var classes = typeof(ConformancePageTests).Assembly.GetTypes();
        var known = classes.Select(c => c.Name).Concat(classes.SelectMany(c => c.GetMethods().Select(m => m.Name))).ToHashSet();
        var named = Names().Matches(Page(name)).SelectMany(m => m.Groups[1].Value.Split('.')).ToList();
        Assert.True(named.Count > 50);
        Assert.Empty(named.Except(known));
    }

    [Fact]
    public async Task Every_declared_class_leads_to_a_section_of_clauses_that_hold()
    {
        var page = (await service.Server.GetAsync("conformance?f=html&lang=en")).Text;
        foreach (var declared in (await service.Server.GetJsonAsync("conformance")).GetProperty("conformsTo").EnumerateArray().Select(c => c.GetString()!))
        {
            var row = Regex.Match(page, $"<code>{Regex.Escape(declared)}</code></th><td><a href=\"#([^\"]+)\">");
            Assert.True(row.Success, $"docs/conformance.md does not say under which heading {declared} is held");
            var section = page[page.IndexOf($"<h2 id=\"{row.Groups[1].Value}\"", StringComparison.Ordinal)..];
            Assert.Contains("badge held", section[..section.IndexOf("</section>", StringComparison.Ordinal)], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task The_page_holds_every_row_of_the_document(string language)
    {
        var page = Plain((await service.Server.GetAsync($"conformance?f=html&lang={language}")).Text);
        var rows = Document.Split("\n## ").Skip(1).SelectMany(s => s.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1)).ToList();
        Assert.True(rows.Count > 80);
        foreach (var cell in rows.SelectMany(r => r.Trim('|', ' ').Split(" | ")))
            Assert.Contains(Plain(Link().Replace(cell, "$1").Replace("`", "", StringComparison.Ordinal)), page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("core/http", "held", "đạt")]
    [InlineData("core/fc-md-extent-multi", "does not arise", "không phát sinh")]
    [InlineData("schemas/definition, nullvalues, references", "does not arise", "không phát sinh")]
    [InlineData("Tiles html", "not declared", "không công bố")]
    public async Task A_box_says_how_the_service_stands_to_a_clause_in_the_language_of_the_reader(string clause, string english, string vietnamese)
    {
        foreach (var (language, standing) in new[] { ("en", english), ("vi", vietnamese) })
        {
            var rows = (await service.Server.GetAsync($"conformance?f=html&lang={language}")).Text.Split("<tr>").Where(r => Plain(r.Split("</th>")[0]) == clause);
            Assert.Contains($">{standing}</span>", Assert.Single(rows), StringComparison.Ordinal);
        }
    }

    /// <summary>The words of a page, with single spaces.</summary>
    private static string Plain(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, "")), " ").Trim();

    private static string Page(string name) => File.ReadAllText(Path.Combine(Repository.Root, "docs", name));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("\\[([^\\]]+)\\]\\([^)]+\\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([A-Z][A-Za-z]*(?:Tests|Contract)(?:\\.[A-Z][A-Za-z0-9_]+)?|[A-Z][a-z]*_[A-Za-z0-9_]+)`")]
    private static partial Regex Names();
}
