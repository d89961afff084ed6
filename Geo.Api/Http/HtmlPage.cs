using System.Text;

namespace Geo.Api.Http;

/// <summary>The frame around every page: head, way back, languages, formats.</summary>
internal static class HtmlPage
{
    /// <summary>A whole page as UTF-8.</summary>
    /// <param name="request">Whose answer it is.</param>
    /// <param name="title">Title and first heading.</param>
    /// <param name="trail">Pages above this one, from the first.</param>
    /// <param name="links">Links of the resource; alternates go into the head and, with the rest, into the list at the end.</param>
    /// <param name="content">What the page says.</param>
    public static byte[] Render(ApiRequest request, string title, IEnumerable<(string Href, string Text)> trail, IReadOnlyList<Link> links, Html content)
    {
        var others = Negotiation.Languages.Where(l => l != request.Language).Select(l =>
            Html.Of($"<a href=\"{request.Addresses.With(("lang", l))}\" hreflang=\"{l}\" lang=\"{l}\">{(l == "vi" ? "Tiếng Việt" : "English")}</a>"));
        var crumbs = trail.Select(t => Html.Of($"<li><a href=\"{t.Href}\">{t.Text}</a></li>"));
        return Frame(request.Language, request.Addresses.To("/pages.css"), title, links, Html.Of($"""
            <header><nav aria-label="{Say(request, "Đường dẫn", "Breadcrumb")}"><ol class="trail">{crumbs}<li aria-current="page">{title}</li></ol></nav><p class="languages">{others}</p></header>
            <main>
            <h1>{title}</h1>
            {content}
            <h2>{Say(request, "Liên kết", "Links")}</h2>
            <ul class="links">{links.Where(l => !l.Templated).Select(LinkItem)}</ul>
            </main>
            """));
    }

    /// <summary>A whole page with nothing around its main part, for errors.</summary>
    public static byte[] RenderBare(string language, string stylesheet, string title, Html content) =>
        Frame(language, stylesheet, title, [], Html.Of($"<main><h1>{title}</h1>{content}</main>"));

    /// <summary>One of two texts by the language of the answer.</summary>
    public static string Say(ApiRequest request, string vi, string en) => request.Language == "vi" ? vi : en;

    private static Html LinkItem(Link link) =>
        Html.Of($"<li><a href=\"{link.Href}\" rel=\"{link.Rel}\" type=\"{link.Type}\">{link.Title ?? link.Rel}</a> <code>{link.Type}</code></li>");

    private static byte[] Frame(string language, string stylesheet, string title, IReadOnlyList<Link> links, Html body)
    {
        // Without an icon browsers ask for one that is not there.
        var alternates = links.Where(l => l.Rel == "alternate")
            .Select(l => Html.Of($"<link rel=\"alternate\" type=\"{l.Type}\" href=\"{l.Href}\">"));
        return Encoding.UTF8.GetBytes(Html.Of($"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} - SocTrangGeo</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{stylesheet}">
            {alternates}
            </head>
            <body>
            {body}
            </body>
            </html>

            """).Markup);
    }
}
