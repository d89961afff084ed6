using Geo.Api.Http;

namespace Geo.Api.Pages;

/// <summary>The script that brings maps to the pages. It is built with the planners' map and may be missing; the pages are complete without it.</summary>
internal static class PageScript
{
    private const string Name = "pages.js";

    /// <summary>The element that loads it; empty where it was not built.</summary>
    public static Html Of(ApiRequest request)
    {
        var files = request.Http.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        return files.GetFileInfo(Name).Exists
            ? Html.Of($"<script type=\"module\" src=\"{request.Addresses.Root}/{Name}\"></script>")
            : Html.Of($"");
    }
}
