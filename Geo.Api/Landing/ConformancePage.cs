using System.Text.RegularExpressions;
using Geo.Api.Collections;
using Geo.Api.Http;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Landing;

/// <summary>The declared classes with the tests that hold them, and what is not declared, for people.</summary>
internal static partial class ConformancePage
{
    public static byte[] Render(ApiRequest request, ConformanceDocument declared, IReadOnlyList<Link> links)
    {
        var clauses = ConformanceReport.Sections.SelectMany(s => s.Clauses).ToList();
        int Count(ConformanceVerdict verdict) => clauses.Count(c => c.Verdict == verdict);
        return HtmlPage.Render(request, Texts.Conformance.For(request.Language), CollectionPages.Trail(request), links, Html.Of($"""
            <p>{Say(request, "Kết quả tự kiểm thử của dự án, không phải chứng nhận của OGC. Mỗi điều khoản ghi kèm phép kiểm thử giữ nó; phần giải thích chỉ có tiếng Anh.", "The project's own testing, not a certificate of OGC. Beside each clause stand the tests that hold it.")}</p>
            <p>{Box(request, ConformanceVerdict.Held)} {Count(ConformanceVerdict.Held)} {Box(request, ConformanceVerdict.NotDeclared)} {Count(ConformanceVerdict.NotDeclared)} {Box(request, ConformanceVerdict.DoesNotArise)} {Count(ConformanceVerdict.DoesNotArise)}</p>
            <h2>{Say(request, "Các lớp được công bố", "Declared classes")}</h2>
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Lớp", "Class")}</th><th scope="col">{Say(request, "Giữ bởi", "Held under")}</th></tr></thead>
            <tbody>{declared.ConformsTo.Select(Declared)}</tbody>
            </table></div>
            {ConformanceReport.Sections.Select(s => Section(request, s))}
            """));
    }

    private static Html Declared(string uri)
    {
        var place = ConformanceReport.SectionOf(uri) is { } section ? Html.Of($"<a href=\"#{section.Anchor}\">{section.Title}</a>") : Html.Of($"");
        return Html.Of($"<tr><th scope=\"row\"><code>{uri}</code></th><td>{place}</td></tr>");
    }

    private static Html Section(ApiRequest request, ConformanceSection section)
    {
        var rows = section.Clauses.Select(c => Html.Of($"<tr><th scope=\"row\">{Inline(c.Name)}</th><td>{Box(request, c.Verdict)}</td><td lang=\"en\">{Inline(c.Reason)}</td></tr>"));
        var table = section.Clauses.Count == 0 ? Html.Of($"") : Html.Of($"""
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Điều khoản", "Clause")}</th><th scope="col">{Say(request, "Tình trạng", "Standing")}</th><th scope="col">{Say(request, "Kiểm thử hoặc lý do", "Tests or reason")}</th></tr></thead>
            <tbody>{rows}</tbody>
            </table></div>
            """);
        return Html.Of($"""
            <section aria-labelledby="{section.Anchor}">
            <h2 id="{section.Anchor}" lang="en">{section.Title}</h2>
            {table}
            <div lang="en">{section.Notes.Select(n => Html.Of($"<p>{Inline(n)}</p>"))}</div>
            </section>
            """);
    }

    private static Html Box(ApiRequest request, ConformanceVerdict verdict) => verdict switch
    {
        ConformanceVerdict.Held => Html.Of($"<span class=\"badge held\">{Say(request, "đạt", "held")}</span>"),
        ConformanceVerdict.NotDeclared => Html.Of($"<span class=\"badge left-out\">{Say(request, "không công bố", "not declared")}</span>"),
        _ => Html.Of($"<span class=\"badge\">{Say(request, "không phát sinh", "does not arise")}</span>"),
    };

    /// <summary>The marks of a text: code, weight, and links, of which only the words stay as they lead into the repository.</summary>
    private static IEnumerable<Html> Inline(string text)
    {
        var at = 0;
        foreach (Match mark in Marks().Matches(text))
        {
            yield return Html.Of($"{text[at..mark.Index]}");
            yield return mark.Groups["code"] is { Success: true, Value: var code } ? Html.Of($"<code>{code}</code>")
                : mark.Groups["strong"] is { Success: true, Value: var strong } ? Html.Of($"<strong>{strong}</strong>")
                : Html.Of($"{mark.Groups["words"].Value}");
            at = mark.Index + mark.Length;
        }
        yield return Html.Of($"{text[at..]}");
    }

    [GeneratedRegex(@"`(?<code>[^`]+)`|\*\*(?<strong>[^*]+)\*\*|\[(?<words>[^\]]+)\]\([^)]+\)")]
    private static partial Regex Marks();
}
