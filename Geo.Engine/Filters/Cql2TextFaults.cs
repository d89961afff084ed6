using Superpower.Model;

namespace Geo.Engine.Filters;

/// <summary>Faults of the grammar in words: what was found, and what might have stood there.</summary>
internal static class Cql2TextFaults
{
    private static readonly FilterWords Operator = new(
        "toán tử (=, <>, <, >, <=, >=, LIKE, BETWEEN, IN, IS, +, -, *, /), AND hoặc OR",
        "an operator (=, <>, <, >, <=, >=, LIKE, BETWEEN, IN, IS, +, -, *, /), AND or OR");

    private static readonly Dictionary<string, FilterWords> Expectations = new(StringComparer.Ordinal)
    {
        ["value"] = new(
            "một giá trị (số, 'chuỗi', TRUE, FALSE, tên thuộc tính, hàm, DATE, TIMESTAMP, INTERVAL, hình học, '(')",
            "a value (a number, 'text', TRUE, FALSE, a property, a function, DATE, TIMESTAMP, INTERVAL, a geometry, '(')"),
        ["end of list"] = new($"{Operator.Vietnamese}, ',' hoặc ')'", $"{Operator.English}, ',' or ')'"),
        ["end of numbers"] = new("',' hoặc ')'", "',' or ')'"),
        ["text"] = new("một chuỗi trong dấu nháy đơn", "a text in single quotes"),
        ["number"] = new("một số", "a number"),
        ["position"] = new("một vị trí hoặc '('", "a position or '('"),
        ["geometry"] = new("một hình học (POINT, LINESTRING, POLYGON, MULTI…)", "a geometry (POINT, LINESTRING, POLYGON, MULTI…)"),
        ["end of interval"] = new("ngày hoặc thời điểm trong dấu nháy, '..', thuộc tính hoặc hàm", "a date or moment in quotes, '..', a property or a function"),
        ["and of between"] = new("AND của BETWEEN", "the AND of BETWEEN"),
    };

    /// <summary>The fault of a filter that breaks off, or goes on, where the grammar does not.</summary>
    /// <param name="rest">The words from the fault on.</param>
    /// <param name="expected">What the grammar expects, by the names it gives; empty behind a complete filter.</param>
    /// <param name="length">Characters of the filter.</param>
    public static FilterException Unexpected(TokenList<Cql2Token> rest, IReadOnlyList<string> expected, int length)
    {
        if (rest.IsAtEnd)
            return FilterFaults.Found(FilterPlace.At(length), new("cuối bộ lọc", "the end of the filter"), Allowed(expected));
        var found = rest.ConsumeToken().Value;
        return found.Kind switch
        {
            Cql2Token.Power when IsOperatorExpected(expected) => Chained(found, "^", "Lũy thừa nối tiếp phải có ngoặc", "A power of a power needs parentheses"),
            Cql2Token.Comparison when IsOperatorExpected(expected) => Chained(found, "=", "So sánh nối tiếp phải có ngoặc hoặc AND", "A comparison of a comparison needs parentheses or AND"),
            _ => FilterFaults.Found(found.Place(), Words(found), Allowed(expected)),
        };
    }

    private static bool IsOperatorExpected(IReadOnlyList<string> expected) => expected is [] or ["end of list"];

    private static FilterException Chained(Token<Cql2Token> found, string sign, string vietnamese, string english) => new(
        found.Place(),
        $"{vietnamese}: gặp thêm '{found.ToStringValue()}'.",
        $"{english}: found another '{(sign == "^" ? sign : found.ToStringValue())}'.");

    private static FilterWords Words(Token<Cql2Token> found) => FilterWords.Same($"'{FilterFaults.Shorten(found.ToStringValue())}'");

    private static FilterWords Allowed(IReadOnlyList<string> expected) => expected.Count == 0
        ? new($"{Operator.Vietnamese}, hoặc hết bộ lọc", $"{Operator.English}, or the end of the filter")
        : FilterWords.OneOf([.. expected.Distinct().Select(Known)]);

    private static FilterWords Known(string expectation) =>
        Expectations.TryGetValue(expectation, out var words) ? words : FilterWords.Same(expectation.Replace('`', '\''));
}
