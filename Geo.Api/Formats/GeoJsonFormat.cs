using System.Text.Json;
using Geo.Api.Collections;
using Geo.Engine.Features;
using Geo.Engine.Formats;

namespace Geo.Api.Formats;

/// <summary>GeoJSON of a whole layer, each feature written as on a page.</summary>
internal sealed class GeoJsonFormat() : JsonCollectionFormat("json", "application/geo+json", ".geojson")
{
    /// <inheritdoc/>
    protected override void WriteStart(Utf8JsonWriter json, LayerDefinition definition) => json.WriteString("name"u8, definition.Id);

    /// <inheritdoc/>
    protected override Action<FeatureRow> WriterOf(PooledBuffer target, LayerDefinition definition) =>
        new FeatureWriter(FeatureOutput.Of(definition, definition.System), target).Write;
}
