using System.Buffers;
using System.Text.Json;
using Geo.Api.Collections;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Geodesy;

namespace Geo.Api.Formats;

/// <summary>
/// JSON-FG 1.0 (OGC 21-045r1, classes core and types-schemas, profile jsonfg-plus): what GeoJSON has, in longitude and latitude for all who read no more, and
/// beside it the time of a feature and its place in the system that was asked for.
/// </summary>
/// <remarks>
/// The standard's own media type is that of GeoJSON. This one, of its drafts, stays allowed, and clients such as QGIS find the form by it.
/// </remarks>
internal sealed class JsonFgFormat() : JsonCollectionFormat(Name, "application/fg+json", ".jsonfg")
{
    /// <summary>Its short name.</summary>
    public const string Name = "jsonfg";

    /// <inheritdoc/>
    protected override void WriteStart(Utf8JsonWriter json, LayerDefinition definition)
    {
        json.WriteStartArray("conformsTo"u8);
        json.WriteStringValue("http://www.opengis.net/spec/json-fg-1/1.0/conf/core"u8);
        json.WriteStringValue("http://www.opengis.net/spec/json-fg-1/1.0/conf/types-schemas"u8);
        json.WriteEndArray();
        json.WriteString("featureType"u8, definition.Id);
        if (DimensionOf(definition.GeometryKind) is { } dimension)
            json.WriteNumber("geometryDimension"u8, dimension);
        if (definition.System != CoordinateSystems.Crs84)
            json.WriteString("coordRefSys"u8, definition.System.Uri);
    }

    /// <inheritdoc/>
    protected override Action<FeatureRow> WriterOf(PooledBuffer target, LayerDefinition definition)
    {
        var writer = new FeatureWriter(FeatureOutput.Of(definition, CoordinateSystems.Crs84), target);
        var place = definition.System == CoordinateSystems.Crs84 ? (PositionFormat?)null : PositionFormat.Of(definition.System);
        var time = new JsonFgTime(definition);
        var members = new ArrayBufferWriter<byte>();
        return row =>
        {
            var feature = row.ToFeature();
            members.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(members, Options))
            {
                json.WriteStartObject();
                time.Write(json, feature);
                json.WritePropertyName("place"u8);
                GeoJsonWriter.WriteGeometry(json, place is null ? null : feature.Geometry, place.GetValueOrDefault());
                json.WriteEndObject();
            }
            writer.Write(feature, members.WrittenSpan);
        };
    }

    private static int? DimensionOf(GeometryKind kind) => kind switch
    {
        GeometryKind.Point or GeometryKind.MultiPoint => 0,
        GeometryKind.LineString or GeometryKind.MultiLineString => 1,
        GeometryKind.Polygon or GeometryKind.MultiPolygon => 2,
        _ => null,
    };
}
