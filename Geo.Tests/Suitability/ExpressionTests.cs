using CsCheck;
using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Suitability.Expressions;
using Geo.Tests.Grids;

namespace Geo.Tests.Suitability;

/// <summary>The language of expressions over layers: what it computes, what a missing value does, and what it refuses.</summary>
public sealed class ExpressionTests
{
    private const float No = float.NaN;

    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("2 - 3 - 4", -5)]
    [InlineData("12 / 3 / 2", 2)]
    [InlineData("-2 ^ 2", -4)]
    [InlineData("2 ^ -1", 0.5)]
    [InlineData("2 ^ 3 ^ 2", 512)]
    [InlineData("min(3, a, 9)", 3)]
    [InlineData("max(3, a, 4)", 5)]
    [InlineData("abs(-a)", 5)]
    [InlineData("sqrt(a * a)", 5)]
    [InlineData("exp(0)", 1)]
    [InlineData("log(exp(2))", 2)]
    [InlineData("clamp(a, 0, 2)", 2)]
    [InlineData("clamp(-a, 0, 2)", 0)]
    [InlineData("if(a > 3, 10, 20)", 10)]
    [InlineData("if(a > 7, 10, 20)", 20)]
    [InlineData("a >= 5 and not a > 5", 1)]
    [InlineData("a == 5 or a == none", 1)]
    [InlineData("a < 5 and none > 1", 0)]
    [InlineData("1.5e1 + .5", 15.5)]
    [InlineData("[my-layer] - 1", 7)]
    [InlineData("a != 4", 1)]
    [InlineData("if(a > 3, a, none)", 5)]
    [InlineData("known(none)", 0)]
    [InlineData("known(a)", 1)]
    public void An_expression_has_the_value_that_arithmetic_gives_it(string text, float expected) => Assert.Equal(expected, Value(text), 1e-6f);

    [Theory]
    [InlineData("none + 1")]
    [InlineData("0 * none")]
    [InlineData("none ^ 0")]
    [InlineData("min(1, none)")]
    [InlineData("max(none, 1)")]
    [InlineData("clamp(1, none, 2)")]
    [InlineData("if(none > 1, 1, 2)")]
    [InlineData("if(a > 3, none, 1)")]
    [InlineData("none == none")]
    [InlineData("a > 3 and none > 1")]
    [InlineData("a < 3 or none > 1")]
    [InlineData("not none > 1")]
    [InlineData("1 / 0")]
    [InlineData("sqrt(-1)")]
    [InlineData("log(0)")]
    [InlineData("exp(1000)")]
    [InlineData("1e30 * 1e30")]
    public void Where_a_value_is_missing_or_no_number_there_is_none(string text) => Assert.Equal(No, Value(text));

    [Theory]
    [InlineData("1 +", 4, "the end of the expression means nothing here")]
    [InlineData("a b", 3, "'b' means nothing here")]
    [InlineData("(1 + 2", 7, "')' is missing before the end of the expression")]
    [InlineData("cos(a)", 1, "'cos' is not a function; allowed: min, max")]
    [InlineData("sqrt(1, 2)", 1, "sqrt takes 1 arguments, not 2")]
    [InlineData("1 < a < 3", 7, "write a < b and b < c")]
    [InlineData("a; b", 2, "';' means nothing here")]
    [InlineData("1.2.3", 1, "'1.2.3' is not a number")]
    [InlineData("a = 3", 3, "'=' means nothing here")]
    [InlineData("System.IO", 7, "'.' means nothing here")]
    [InlineData("", 1, "the end of the expression means nothing here")]
    [InlineData("[open", 1, "'[' means nothing here")]
    [InlineData("1e999", 1, "'1e999' is not a number")]
    public void A_fault_says_where_it_is_and_what_is_allowed(string text, int position, string told)
    {
        var (expression, fault) = ExpressionReader.Read(text);
        Assert.Null(expression);
        Assert.Equal(position, fault!.Position);
        Assert.Contains(told, fault.Text.En, StringComparison.Ordinal);
        Assert.StartsWith($"vị trí {position}: ", fault.Text.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Length_nodes_and_depth_are_bounded()
    {
        Assert.Contains("at most 4000", ExpressionReader.Read(new string('1', 4_001)).Fault!.Text.En, StringComparison.Ordinal);
        Assert.Contains("more than 400 parts", ExpressionReader.Read(string.Join('+', Enumerable.Repeat("1", 300))).Fault!.Text.En, StringComparison.Ordinal);
        foreach (var (open, close) in new[] { ("(", ")"), ("-", ""), ("not ", ""), ("abs(", ")"), ("2^", "") })
            Assert.Contains("nested deeper than 40", ExpressionReader.Read(Repeated(open, 60) + "1" + Repeated(close, 60)).Fault!.Text.En, StringComparison.Ordinal);
        Assert.Equal(1, Value(Repeated("(", 39) + "1" + Repeated(")", 39)));
    }

    [Theory]
    [InlineData("cover + 1", 1, "codes of categories are not amounts")]
    [InlineData("cover >= 4", 1, "codes of categories are not amounts")]
    [InlineData("max(a, cover)", 8, "codes of categories are not amounts")]
    [InlineData("cover == 1.5", 10, "compared with a whole number only")]
    [InlineData("cover == a", 10, "compared with a whole number only")]
    [InlineData("a and a > 1", 1, "not a number; compare the number")]
    [InlineData("1 + (a > 3)", 8, "use if(condition, a, b)")]
    [InlineData("if(a, 1, 2)", 4, "something true or false as its first argument")]
    [InlineData("if(a > 1, 1, a > 2)", 16, "both branches")]
    [InlineData("if(a > 1, cover, 2)", 11, "codes of categories are not amounts")]
    [InlineData("metres + degrees", 8, "m cannot be added to or compared with deg")]
    [InlineData("metres >= degrees * 2", 8, "m cannot be added to or compared with deg")]
    [InlineData("min(metres, degrees)", 1, "m cannot be added to or compared with deg")]
    public void Kinds_and_units_that_do_not_go_together_are_refused(string text, int position, string told)
    {
        var fault = Assert.Single(Judge(text).Faults);
        Assert.Equal(position, fault.Position);
        Assert.Contains(told, fault.Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("metres + 3", ExpressionKind.Number, "m")]
    [InlineData("2 * metres / 5", ExpressionKind.Number, "m")]
    [InlineData("metres * degrees", ExpressionKind.Number, null)]
    [InlineData("if(cover == 4 or cover != 2, metres, 0)", ExpressionKind.Number, "m")]
    [InlineData("metres > 3", ExpressionKind.Truth, null)]
    [InlineData("cover", ExpressionKind.Code, null)]
    public void What_goes_together_has_a_kind_and_a_unit(string text, ExpressionKind kind, string? unit)
    {
        var (quantity, faults) = Judge(text);
        Assert.Empty(faults);
        Assert.Equal(new ExpressionQuantity(kind, unit), quantity);
    }

    [Fact]
    public void Rows_of_any_length_are_computed_as_single_cells_are()
    {
        // Chunks are 512 cells long: around it and around the widths of vectors.
        foreach (var length in new[] { 1, 3, 4, 5, 7, 8, 9, 511, 512, 513, 1_024, 1_030 })
            foreach (var text in new[] { "a * b - 2", "if(a > b, min(a, b), max(a, b) / b)", "known(a) and (a > 1 or b > 1)", "clamp(sqrt(abs(a)), 0.5, b) ^ 2", "a == 1" })
            {
                var (a, b) = (Row(length, 3), Row(length, 7));
                var cells = SurfaceTests.ByStrips(Surface(text, a, b), 1);
                for (var cell = 0; cell < length; cell++)
                    Assert.Equal(SurfaceTests.Bits(SurfaceTests.ByStrips(Surface(text, [a[cell]], [b[cell]]), 1)), SurfaceTests.Bits([cells[cell]]));
            }
    }

    [Fact]
    public void No_text_makes_the_reader_fail() =>
        Gen.String[Gen.Char["ab1.^*/+-()<>=!,[] notandrifmx\u00e9"], 0, 60].Sample(text =>
        {
            var (expression, fault) = ExpressionReader.Read(text);
            return (expression is null) != (fault is null) && (fault is null || (fault.Position >= 1 && fault.Position <= text.Length + 1));
        }, iter: 20_000);

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static (ExpressionQuantity Quantity, IReadOnlyList<ExpressionFault> Faults) Judge(string text) => new ExpressionCheck(new Dictionary<string, ExpressionQuantity>
    {
        ["a"] = new(ExpressionKind.Number, null),
        ["metres"] = new(ExpressionKind.Number, "m"),
        ["degrees"] = new(ExpressionKind.Number, "deg"),
        ["cover"] = new(ExpressionKind.Code, null),
    }).Judge(ExpressionReader.Read(text).Expression!);

    private static float Value(string text)
    {
        var frame = SmallGrids.Frame(1, 1);
        Surface Of(float value) => new GridSurface(new Grid<float>(frame, [value]));
        var operands = new Dictionary<string, Surface> { ["a"] = Of(5), ["none"] = Of(No), ["my-layer"] = Of(8) };
        return Assert.Single(SurfaceTests.ByStrips(new ExpressionSurface(frame, ExpressionReader.Read(text).Expression!, operands), 1));
    }

    private static ExpressionSurface Surface(string text, float[] a, float[] b)
    {
        var frame = SmallGrids.Frame(1, a.Length);
        var operands = new Dictionary<string, Surface> { ["a"] = new GridSurface(new Grid<float>(frame, a)), ["b"] = new GridSurface(new Grid<float>(frame, b)) };
        return new ExpressionSurface(frame, ExpressionReader.Read(text).Expression!, operands);
    }

    private static float[] Row(int length, int step) =>
        [.. Enumerable.Range(0, length).Select(i => i % 11 == step ? No : ((i * step) % 13) - 4.5f)];
}
