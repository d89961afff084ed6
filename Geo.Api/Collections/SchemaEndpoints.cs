using System.Text.Encodings.Web;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Features;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Collections;

/// <summary>The schemas of a collection: what comes back, what can be filtered on, what can be sorted by.</summary>
internal static class SchemaEndpoints
{
    private static readonly Representation[] Forms = [Representation.Schema, Representation.Html];

    public static void MapSchemas(this IEndpointRouteBuilder routes)
    {
        var store = routes.ServiceProvider.GetRequiredService<IFeatureStore>();
        foreach (var schema in LayerSchema.All)
            routes.MapResource(new Resource($"/collections/{{collectionId}}/{schema.Name}", Forms), request => AnswerAsync(request, store, schema));
    }

    private static async Task<IResult> AnswerAsync(ApiRequest request, IFeatureStore store, LayerSchema schema)
    {
        var (layer, problem) = await CollectionEndpoints.FindAsync(request, store);
        if (layer is null)
            return problem!; // one of the two is always there
        Link[] links = [.. request.OwnLinks(Forms), ItemsLinks.Collection(request, layer)];
        return new DocumentResult(request, request.Form.IsHtml ? Page(request, layer.Definition, schema, links) : Write(request, layer.Definition, schema), links);
    }

    private static byte[] Write(ApiRequest request, LayerDefinition layer, LayerSchema schema)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema"u8, "https://json-schema.org/draft/2020-12/schema"u8);
            json.WriteString("$id"u8, request.Addresses.Root + schema.PathOf(layer.Id));
            json.WriteString("type"u8, "object"u8);
            json.WriteString("title"u8, layer.Title.For(request.Language));
            json.WriteString("description"u8, layer.Description.For(request.Language));
            json.WriteStartObject("properties"u8);
            foreach (var (order, property) in schema.PropertiesOf(layer).Index())
                property.Write(json, request.Language, order);
            json.WriteEndObject();
            json.WriteBoolean("additionalProperties"u8, false);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static byte[] Page(ApiRequest request, LayerDefinition layer, LayerSchema schema, IReadOnlyList<Link> links)
    {
        var rows = schema.PropertiesOf(layer).Select(p => Html.Of($"""
            <tr><th scope="row"><code>{p.Name}</code></th><td>{p.Title?.For(request.Language)}</td><td>{p.Kind}</td><td>{p.Unit}</td><td>{p.Role}</td></tr>
            """));
        (string, string)[] trail = [.. CollectionPages.Trail(request), CollectionPages.CollectionsCrumb(request), CollectionPages.Crumb(request, layer)];
        return Render(request, $"{layer.Title.For(request.Language)}: {schema.Title.For(request.Language)}", trail, links, Html.Of($"""
            <p>{layer.Description.For(request.Language)}</p>
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Tên", "Name")}</th><th scope="col">{Say(request, "Nghĩa", "Meaning")}</th><th scope="col">{Say(request, "Kiểu", "Type")}</th><th scope="col">{Say(request, "Đơn vị", "Unit")}</th><th scope="col">{Say(request, "Vai trò", "Role")}</th></tr></thead>
            <tbody>{rows}</tbody>
            </table></div>
            """));
    }
}
