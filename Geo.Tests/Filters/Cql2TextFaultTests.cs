using System.Diagnostics;
using Geo.Engine.Filters;

namespace Geo.Tests.Filters;

/// <summary>What CQL2-Text refuses, where and how it says so. Positions count from 0.</summary>
public sealed class Cql2TextFaultTests
{
    [Theory]
    [InlineData("", 0, "the end of the filter")]
    [InlineData("  ", 2, "a value")]
    [InlineData("THIS IS NOT A FILTER", 12, "'NULL'")]
    [InlineData("a b", 2, "'b'")]
    [InlineData("a =", 3, "a value")]
    [InlineData("a = AND", 4, "'AND'")]
    [InlineData("a = 1 OR", 8, "a value")]
    [InlineData("NOT", 3, "a value")]
    [InlineData("(a = 1", 6, "')'")]
    [InlineData("(a = 1))", 7, "the end of the filter")]
    [InlineData("a = 1 = 2", 6, "needs parentheses")]
    [InlineData("2^3^4 = 1", 3, "power of a power")]
    [InlineData("a != 1", 2, "'<>'")]
    [InlineData("a == 1", 3, "a value")]
    [InlineData("a; DROP TABLE b", 1, "';'")]
    [InlineData("exec(x) #", 8, "'#'")]
    [InlineData("{{7*7}}", 0, "'{'")]
    [InlineData("$(id)", 0, "'$'")]
    [InlineData("a = 'x", 4, "no closing '")]
    [InlineData(@"a = 'C:\'", 4, "no closing '")]
    [InlineData("\"a = 1", 0, "no closing \"")]
    [InlineData("\"\" = 1", 0, "may not be empty")]
    [InlineData("5g_phủ = 1", 0, "double quotes")]
    [InlineData("a = 1e", 4, "double quotes")]
    [InlineData("a = 1e999", 4, "finite")]
    [InlineData("a > 0 AND b = -1e999", 14, "finite")]
    [InlineData("a = 'x\0y'", 6, "U+0000")]
    [InlineData("a IS 5", 5, "'NULL'")]
    [InlineData("a NOT = 5", 6, "'LIKE', 'ILIKE', 'BETWEEN' or 'IN'")]
    [InlineData("a LIKE b", 7, "pattern")]
    [InlineData("a LIKE 5", 7, "pattern")]
    [InlineData("a BETWEEN 1 OR 2", 12, "AND of BETWEEN")]
    [InlineData("a IN 5", 5, "'('")]
    [InlineData("a IN (1, )", 9, "a value")]
    [InlineData("a IN (1 2)", 8, "',' or ')'")]
    [InlineData("(1, 2) = a", 0, "A list")]
    [InlineData("a = () OR b", 4, "A list")]
    [InlineData("casei(a, b) = 'x'", 0, "1 argument; found 2")]
    [InlineData("S_INTERSECTS(geom)", 0, "2 arguments; found 1")]
    [InlineData("foo(a", 5, "')'")]
    [InlineData("\"foo\"(a)", 5, "'('")]
    [InlineData("d = DATE('2023-02-29')", 4, "yyyy-mm-dd")]
    [InlineData("d = DATE(5)", 9, "single quotes")]
    [InlineData("d = TIMESTAMP('2024-01-01')", 4, "yyyy-mm-ddThh:mm:ssZ")]
    [InlineData("t_after(d, INTERVAL('soon','..'))", 20, "'..'")]
    [InlineData("t_after(d, INTERVAL('2024-01-01'))", 32, "','")]
    [InlineData("t_after(d, INTERVAL(5,'..'))", 20, "a date or moment")]
    [InlineData("s_within(g, BBOX(1,2,3))", 12, "four or six")]
    [InlineData("s_within(g, BBOX(1,2,3,a))", 23, "a number")]
    [InlineData("s_within(g, POINT(1))", 18, "two numbers")]
    [InlineData("s_within(g, POINT(1 2 3 4))", 18, "two numbers")]
    [InlineData("s_within(g, POINT Z (1 2))", 21, "three numbers")]
    [InlineData("s_within(g, POINT(1 2, 3 4))", 17, "exactly one position")]
    [InlineData("s_within(g, POINT EMPTY)", 18, "'EMPTY'")]
    [InlineData("s_within(g, POINT(a b))", 18, "a position")]
    [InlineData("s_within(g, LINESTRING(1 2))", 22, "at least 2 positions")]
    [InlineData("s_within(g, LINESTRING(1 2, 3 4 5))", 28, "two numbers")]
    [InlineData("s_within(g, POLYGON(0 0, 1 1))", 20, "a list")]
    [InlineData("s_within(g, POLYGON((0 0, 4 0, 4 4, 0 1)))", 20, "closed")]
    [InlineData("s_within(g, POLYGON((0 0, 4 0, 0 0)))", 20, "at least 4 positions")]
    [InlineData("s_within(g, POLYGON())", 19, "empty")]
    [InlineData("s_within(g, GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POINT(1 2))))", 31, "a geometry")]
    [InlineData("s_within(g, POINT(((((1 2))))))", 21, "32 levels")]
    public void A_fault_is_told_with_its_character(string text, int position, string words)
    {
        var fault = Assert.Throws<FilterException>(() => Cql2Text.Parse(text));
        Assert.Contains(words, fault.English, StringComparison.Ordinal);
        Assert.Equal(position, fault.Place.Position);
        Assert.EndsWith(".", fault.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.Equal(FilterPlace.At(5), Assert.Throws<FilterException>(() => Cql2Text.Parse("a = '\ud800'")).Place);

    [Fact]
    public void A_fault_speaks_Vietnamese_too()
    {
        var fault = Assert.Throws<FilterException>(() => Cql2Text.Parse("tên = "));
        Assert.StartsWith("Gặp cuối bộ lọc; ở đây phải là một giá trị (số, 'chuỗi'", fault.Vietnamese, StringComparison.Ordinal);
        Assert.StartsWith("character 7: Found the end of the filter; here must stand a value", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parentheses_lie_at_most_32_deep_in_one_another()
    {
        Cql2Text.Parse(new string('(', 32) + "a = 1" + new string(')', 32));
        var fault = Assert.Throws<FilterException>(() => Cql2Text.Parse(new string('(', 33) + "a = 1" + new string(')', 33)));
        Assert.Equal(32, fault.Place.Position);
        Assert.Contains("32 levels", fault.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_geometry_adds_its_own_parentheses_to_the_deepest_filter()
    {
        var deepest = "s_within(g, GEOMETRYCOLLECTION(MULTIPOLYGON(((0 0,1 0,1 1,0 0)))))";
        for (var i = 0; i < 30; i++)
            deepest = $"NOT ({deepest})";
        Assert.Equal(deepest, Cql2Text.Write(Cql2Text.Parse(deepest)), ignoreCase: true, ignoreAllWhiteSpace: true);
    }

    [Fact]
    public void A_sum_of_32_is_as_deep_as_parentheses_may_be()
    {
        Cql2Text.Parse(string.Join('+', Enumerable.Repeat("a", 32)));
        Assert.Contains("32 levels", Assert.Throws<FilterException>(() => Cql2Text.Parse(string.Join('+', Enumerable.Repeat("a", 33)))).English, StringComparison.Ordinal);
        Assert.Contains("32 levels", Assert.Throws<FilterException>(() => Cql2Text.Parse(string.Join('+', Enumerable.Repeat("a", 5_000)))).English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_has_at_most_500_expressions()
    {
        Cql2Text.Parse("a" + string.Concat(Enumerable.Repeat(" OR a", 498)));
        Assert.Contains("500", Assert.Throws<FilterException>(() => Cql2Text.Parse("a" + string.Concat(Enumerable.Repeat(" OR a", 499)))).English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_has_at_most_10_000_characters()
    {
        Cql2Text.Parse($"'{new string('a', 9_998)}'");
        Assert.Equal(10_000, Assert.Throws<FilterException>(() => Cql2Text.Parse($"'{new string('a', 9_999)}'")).Place.Position);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("NOT ")]
    [InlineData("-")]
    [InlineData("foo(")]
    [InlineData("a = ")]
    [InlineData("POINT(")]
    [InlineData("a LIKE (")]
    [InlineData("a IN (")]
    [InlineData("a AND ")]
    [InlineData("MULTIPOINT((1 2),(")]
    public void A_long_bad_filter_is_refused_quickly(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 10_000 / part.Length)); // 5,000 and more open parentheses among them
        Assert.Throws<FilterException>(() => Cql2Text.Parse(part));
        var clock = Stopwatch.StartNew();
        Assert.Throws<FilterException>(() => Cql2Text.Parse(text));
        Assert.True(clock.ElapsedMilliseconds < 1_000, $"{clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void The_deepest_parentheses_need_little_stack()
    {
        var deepest = new string('(', 32) + "a = 1" + new string(')', 32);
        FilterExpression? read = null;
        var thread = new Thread(() => read = Cql2Text.Parse(deepest), 1024 * 1024); // an overflow would end the process; code not yet optimised takes the most
        thread.Start();
        thread.Join();
        Assert.Equal("a = 1", Cql2Text.Write(Assert.IsType<Operation>(read)));
    }
}
