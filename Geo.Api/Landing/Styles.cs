using Geo.Api.Http;

namespace Geo.Api.Landing;

/// <summary>The one style sheet of the plain pages; part of the program, so that it is always there.</summary>
internal static class Styles
{
    private static readonly byte[] Sheet = Read();
    private static readonly Microsoft.Net.Http.Headers.EntityTagHeaderValue Tag = EntityTags.WeakOf(Sheet);

    public static async Task SendAsync(HttpContext http)
    {
        http.Response.Headers.ETag = Tag.ToString();
        http.Response.Headers.CacheControl = Headers.Revalidate;
        if (EntityTags.Matches(http.Request, Tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        http.Response.ContentType = "text/css; charset=utf-8";
        await http.Response.Body.WriteAsync(Sheet, http.RequestAborted);
    }

    private static byte[] Read()
    {
        using var stream = typeof(Styles).Assembly.GetManifestResourceStream("pages.css") ?? throw new InvalidOperationException("pages.css was not embedded");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
