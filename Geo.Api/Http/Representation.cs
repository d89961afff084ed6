namespace Geo.Api.Http;

/// <summary>A form in which a resource can be had.</summary>
/// <param name="Key">Its value in the parameter <c>f</c>.</param>
/// <param name="MediaType">The type it is labelled and linked with.</param>
/// <param name="Aliases">Other types under which clients ask for the same bytes; the answer is then labelled so.</param>
internal sealed record Representation(string Key, string MediaType, params string[] Aliases)
{
    public const string OpenApiType = "application/vnd.oai.openapi+json;version=3.0";

    public static Representation Json { get; } = new("json", "application/json");

    public static Representation GeoJson { get; } = new("json", "application/geo+json", "application/json");

    public static Representation Schema { get; } = new("json", "application/schema+json", "application/json");

    public static Representation OpenApi { get; } = new("json", OpenApiType, "application/openapi+json;version=3.0", "application/json");

    public static Representation Html { get; } = new("html", "text/html", "application/xhtml+xml");

    public static Representation Yaml { get; } = new("yaml", "application/yaml");

    public static Representation MapStyle { get; } = new("json", "application/vnd.mapbox.style+json", "application/json");

    public static Representation Svg { get; } = new("svg", "image/svg+xml");

    public static Representation Png { get; } = new("png", "image/png");

    public static Representation GeoTiff { get; } = new("tif", "image/tiff", "image/tiff;application=geotiff");

    public static Representation Mvt { get; } = new("mvt", "application/vnd.mapbox-vector-tile", "application/x-protobuf");

    public bool IsHtml => Key == "html";
}
