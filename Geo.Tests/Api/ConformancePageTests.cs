using System.Text.RegularExpressions;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Api;

/// <summary>docs/conformance.md names tests that exist.</summary>
public sealed partial class ConformancePageTests
{
    [Fact]
    public void Every_test_that_the_page_names_exists()
    {
        var classes = typeof(ConformancePageTests).Assembly.GetTypes();
        var known = classes.Select(c => c.Name).Concat(classes.SelectMany(c => c.GetMethods().Select(m => m.Name))).ToHashSet();
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "conformance.md"));
        var named = Names().Matches(page).SelectMany(m => m.Groups[1].Value.Split('.')).ToList();
        Assert.True(named.Count > 50);
        Assert.Empty(named.Except(known));
    }

    [GeneratedRegex("`([A-Z][A-Za-z]*(?:Tests|Contract)(?:\\.[A-Z][A-Za-z0-9_]+)?|[A-Z][a-z]*_[A-Za-z0-9_]+)`")]
    private static partial Regex Names();
}
