using Geo.Api.Http;
using Microsoft.AspNetCore.WebUtilities;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Pages;

/// <summary>What can be taken away as a file: whatever a resource links to, but the page itself.</summary>
internal static class Downloads
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["application/geo+json"] = "GeoJSON",
        ["application/fg+json"] = "JSON-FG",
        ["application/vnd.ogc.fg+json"] = "JSON-FG",
        ["application/geo+json-seq"] = "GeoJSONSeq",
        ["application/geopackage+sqlite3"] = "GeoPackage",
        ["application/flatgeobuf"] = "FlatGeobuf",
        ["application/vnd.apache.parquet"] = "GeoParquet",
        ["text/csv"] = "CSV",
        ["image/tiff"] = "GeoTIFF",
    };

    /// <summary>A section with the files; nothing where there is none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">Name of the files, without what follows the dot.</param>
    /// <param name="links">The links of the resource that lead to files.</param>
    /// <param name="note">What a reader should know of them.</param>
    public static Html Of(ApiRequest request, string name, IEnumerable<Link> links, string note)
    {
        var items = links.Where(l => l.Type != Representation.Html.MediaType).Select(l => Item(name, l)).ToList();
        return items.Count == 0 ? Html.Of($"") : Html.Of($"""
            <section class="downloads" aria-labelledby="downloads">
            <h2 id="downloads">{Say(request, "Tải về", "Download")}</h2>
            <p>{note}</p>
            <ul>{items}</ul>
            </section>
            """);
    }

    /// <summary>What people call a media type.</summary>
    public static string NameOf(string type) => Names.GetValueOrDefault(type, type);

    private static Html Item(string name, Link link)
    {
        var form = QueryHelpers.ParseQuery(new Uri(link.Href).Query).TryGetValue("f", out var key) ? key.ToString() : "";
        var ending = form is "json" ? "geojson" : form;
        return Html.Of($"<li><a href=\"{link.Href}\" rel=\"{link.Rel}\" type=\"{link.Type}\" download=\"{name}.{ending}\">{NameOf(link.Type)}</a></li>");
    }
}
