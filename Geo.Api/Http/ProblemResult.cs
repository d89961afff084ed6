using System.Globalization;
using System.Text.Json;
using Geo.Api.Access;

namespace Geo.Api.Http;

/// <summary>Sends a problem: as a page to those who would rather read HTML, as problem+json to all others.</summary>
internal sealed class ProblemResult(RequestProblem problem) : IResult
{
    private static readonly Representation Json = new("json", "application/problem+json", "application/json");
    private static readonly Representation[] Forms = [Json, Representation.Html];

    /// <summary>What a page shows below the problem: the form whose fields were wrong, with what was typed in it.</summary>
    public Html Form { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var language = Negotiation.Language(httpContext.Request);
        var asPage = Negotiation.Choose(httpContext.Request, Forms) is { Representation.IsHtml: true };
        var document = Document(problem, language);
        var body = asPage ? Page(document, httpContext, language) : JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.ProblemDocument);
        response.StatusCode = problem.Status;
        response.ContentType = asPage ? "text/html; charset=utf-8" : Json.MediaType;
        response.Headers.ContentLanguage = language;
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (problem.AsksForProof)
            response.Headers.WWWAuthenticate = AccessProblems.Challenge(httpContext.RequestServices.GetRequiredService<GeoOptions>());
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    /// <summary>The body in one language.</summary>
    public static ProblemDocument Document(RequestProblem problem, string language) => new(
        problem.TypeUri ?? "urn:soctranggeo:problem:" + problem.Kind,
        problem.Title.For(language),
        problem.Status,
        problem.Detail.For(language),
        problem.Faults.Count == 0 ? null : [.. problem.Faults.Select(f => new ProblemDocument.Parameter(f.Parameter, Problems.Shown(f.Received), f.Allowed.For(language)))])
    { Pointer = problem.Pointer };

    private byte[] Page(ProblemDocument document, HttpContext http, string language)
    {
        var options = http.RequestServices.GetRequiredService<GeoOptions>();
        var addresses = new Addresses(http.Request, options);
        var told = problem.Faults.Count == 0
            ? Html.Of($"<p>{document.Detail}</p>")
            : Html.Of($"<ul class=\"faults\">{problem.Faults.Select(f => Html.Of($"<li>{f.Told.For(language)}</li>"))}</ul>");
        return HtmlPage.RenderBare(language, addresses.To("/pages.css"), $"{document.Status} {document.Title}", Html.Of($"""
            {told}
            {Form}
            <p><a href="{addresses.To("/", "html")}">{Texts.Home.For(language)}</a></p>
            """));
    }
}
