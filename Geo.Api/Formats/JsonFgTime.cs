using System.Text.Json;
using Geo.Api.Collections;
using Geo.Engine.Features;

namespace Geo.Api.Formats;

/// <summary>The member <c>time</c> of JSON-FG: a date, a moment, or a period with open ends.</summary>
internal sealed class JsonFgTime
{
    private readonly int? _start;
    private readonly int? _end;
    private readonly bool _isPeriod;

    public JsonFgTime(LayerDefinition definition)
    {
        _start = IndexOf(definition, definition.TimeStartProperty);
        _end = IndexOf(definition, definition.TimeEndProperty);
        _isPeriod = _end is not null;
        // Both ends of a period have to be dates, or both moments.
        if (_start is { } first && _end is { } last && definition.Properties[first].Type != definition.Properties[last].Type)
            _start = _end = null;
    }

    /// <summary>Writes the member; null for a feature without a time.</summary>
    public void Write(Utf8JsonWriter json, Feature feature)
    {
        var start = _start is { } first ? feature.Values[first] : null;
        var end = _end is { } last ? feature.Values[last] : null;
        if (start is null && end is null)
        {
            json.WriteNull("time"u8);
            return;
        }
        json.WriteStartObject("time"u8);
        if (_isPeriod)
        {
            json.WriteStartArray("interval"u8);
            json.WriteStringValue(start is null ? ".." : GeoJsonWriter.Text(start));
            json.WriteStringValue(end is null ? ".." : GeoJsonWriter.Text(end));
            json.WriteEndArray();
        }
        else
            json.WriteString(start is DateOnly ? "date"u8 : "timestamp"u8, GeoJsonWriter.Text(start));
        json.WriteEndObject();
    }

    private static int? IndexOf(LayerDefinition definition, string? name) =>
        name is not null && definition.Properties.Index().FirstOrDefault(p => p.Item.Name == name, (-1, null!)).Index is >= 0 and var index ? index : null;
}
