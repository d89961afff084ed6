namespace Geo.Api.Landing;

/// <summary>The conformance classes that the server passes.</summary>
internal sealed record ConformanceDocument(IReadOnlyList<string> ConformsTo)
{
    /// <summary>Only what docs/conformance.md can show a test for.</summary>
    public static ConformanceDocument Declared { get; } = new(
    [
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
        "http://www.opengis.net/spec/ogcapi-common-3/1.0/conf/schemas",
        "http://www.opengis.net/spec/ogcapi-common-3/1.0/conf/advanced-property-roles",

        // The name under which QGIS looks for the first of these.
        "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas",
    ]);
}
