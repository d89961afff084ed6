using Geo.Engine.Filters;
using static Geo.Tests.Features.Filtering.Filters;

namespace Geo.Tests.Features.Filtering;

/// <summary>Texts: order, patterns, case and accents.</summary>
public sealed class TextComparisonTests
{
    [Theory]
    [InlineData("dai ngai", "Đại Ngãi")]
    [InlineData("ĐẠI NGÃI", "đại ngãi")]
    [InlineData("soc trang", "Sóc Trăng")]
    [InlineData("TRAN DE", "Trần Đề")]
    [InlineData("vinh chau", "VĨNH CHÂU")]
    [InlineData("ke sach", "Kế Sách")]
    [InlineData("cu lao dung", "Cù Lao Dung")]
    [InlineData("kobenhavn", "København")]
    public void A_place_is_found_without_case_and_accents(string typed, string name)
    {
        Assert.True(Decide(Of("=", Folded(P("name")), Folded(typed)), With(("name", name))));
        Assert.True(Decide(Of("like", Folded(P("name")), Folded($"%{typed[1..]}%")), With(("name", name))));
    }

    [Theory]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Οδος", "ΟΔΟΣ")]
    [InlineData("ﬁsh", "FISH")]
    [InlineData("ᾳ", "ΑΙ")]
    [InlineData("İ", "i\u0307")]
    [InlineData("ǅ", "ǆ")]
    [InlineData("µ", "Μ")]
    [InlineData("ſ", "S")]
    [InlineData("\U00010400", "\U00010428")]
    public void Case_folds_fully_as_Unicode_says(string one, string other)
    {
        // source: CaseFolding.txt of Unicode 14.0, status C and F
        Assert.True(Decide("=", Of("casei", one), Of("casei", other)));
        Assert.False(Decide("=", one, other));
    }

    [Fact]
    public void Case_and_accents_are_told_apart()
    {
        Assert.False(Decide("=", Of("casei", "Chau"), Of("casei", "CHÂU")));
        Assert.False(Decide("=", Of("accenti", "châu"), Of("accenti", "Chau")));
        Assert.True(Decide("=", Of("accenti", "Châu"), Of("accenti", "Chau")));
        Assert.False(Decide("=", Of("accenti", "か"), Of("accenti", "が"))); // other letters in Japanese
    }

    [Theory]
    [InlineData("Trần Đề", "Trần Đề", true)]
    [InlineData("Trần Đề", "Trần", false)]
    [InlineData("Trần Đề", "Tr_n __", true)]
    [InlineData("Trần Đề", "Tr_n _", false)]
    [InlineData("Trần Đề", "%", true)]
    [InlineData("", "%%", true)]
    [InlineData("", "_", false)]
    [InlineData("Trần Đề", "%Đ%", true)]
    [InlineData("Trần Đề", "%đ%", false)]
    [InlineData("100% sạch", @"100\% %", true)]
    [InlineData("1000 sạch", @"100\% %", false)]
    [InlineData("a_b", @"a\_b", true)]
    [InlineData("axb", @"a\_b", false)]
    [InlineData(@"a\b", @"a\\b", true)]
    [InlineData(@"ab\", @"ab\", true)]
    [InlineData("ao \U0001F990 tôm", "ao _ tôm", true)]
    [InlineData("mississippi", "%iss%ip%", true)]
    [InlineData("mississippi", "%iss%iss%iss%", false)]
    [InlineData("abab", "%ab", true)]
    [InlineData(".*", ".%", true)]
    [InlineData("ab", ".%", false)]
    public void A_text_fits_a_pattern(string text, string pattern, bool fits) =>
        Assert.Equal(fits, Decide(Of("like", P("name"), pattern), With(("name", text))));

    [Fact]
    public void A_pattern_made_to_take_long_does_not()
    {
        var pattern = string.Concat(Enumerable.Repeat("%a", 1000)) + "b";
        Assert.False(Decide(Of("like", P("name"), pattern), With(("name", new string('a', 5000)))));
    }

    [Theory]
    [InlineData("Z", "a")]
    [InlineData("z", "á")]
    [InlineData("a", "ab")]
    [InlineData("\uFFFD", "\U0001F990")]
    [InlineData("Đ", "đ")]
    public void Texts_are_ordered_by_code_points(string before, string after)
    {
        Assert.True(Decide(Of("<", P("name"), after), With(("name", before))));
        Assert.False(Decide(Of(">=", P("name"), after), With(("name", before))));
    }

    private static Operation Folded(object text) => Of("accenti", Of("casei", text));
}
