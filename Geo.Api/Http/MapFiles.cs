namespace Geo.Api.Http;

/// <summary>The built map's files. Those with a hash in their name never change; the rest is checked each time.</summary>
internal static class MapFiles
{
    public static void UseMapFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : Headers.Revalidate,
    });
}
