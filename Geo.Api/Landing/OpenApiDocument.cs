using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geo.Api.Collections;
using Geo.Api.Formats;
using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Landing;

/// <summary>
/// The OpenAPI 3.0 document. What is the same for every store stands in <c>openapi.json</c>; each collection gets paths of its own, as
/// QGIS, GDAL and the OGC test suite look up <c>/collections/{id}/items</c> literally.
/// </summary>
internal static class OpenApiDocument
{
    /// <summary>The document for the layers of a store.</summary>
    public static JsonObject Of(ApiRequest request, IReadOnlyList<Layer> layers)
    {
        var document = Skeleton();
        var info = document["info"]!; // stands in openapi.json, our own file
        info["title"] = Texts.Service.For(request.Language);
        info["description"] = Texts.ServiceDescription.For(request.Language);
        info["version"] = ProgramVersion.Text;
        document["servers"] = new JsonArray(new JsonObject { ["url"] = request.Addresses.Root });
        var parameters = document["components"]!["parameters"]!; // as above
        var limit = parameters["limit"]!["schema"]!; // as above
        limit["maximum"] = request.Options.MaxPageSize;
        limit["default"] = request.Options.DefaultPageSize;
        foreach (var name in new[] { "crs", "bbox-crs", "filter-crs" })
            parameters[name]!["schema"]!["enum"] = new JsonArray([.. CrsParameter.Uris]); // as above
        parameters["f-items"]!["schema"]!["enum"] = Keys(ItemsLinks.Forms); // as above
        parameters["f-download"]!["schema"]!["enum"] = Keys(FeatureForms.OfLayers); // as above
        var paths = document["paths"]!.AsObject(); // as above
        foreach (var layer in layers)
        {
            OpenApiPaths.Add(paths, layer.Definition, request.Language);
            OpenApiEdits.Add(paths, layer, request.Language);
        }
        OpenApiSecurity.Describe(document, request.Http.RequestServices.GetRequiredService<ResourceMethods>(), request.Options);
        return document;
    }

    /// <summary>The document as UTF-8.</summary>
    public static byte[] Write(JsonObject document)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            document.WriteTo(json);
        return stream.ToArray();
    }

    private static JsonArray Keys(IReadOnlyList<Representation> forms) => new([.. forms.Select(f => (JsonNode)f.Key)]);

    private static JsonObject Skeleton()
    {
        using var stream = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.json") ?? throw new InvalidOperationException("openapi.json was not embedded");
        return JsonNode.Parse(stream)!.AsObject(); // a file of ours, an object
    }
}
