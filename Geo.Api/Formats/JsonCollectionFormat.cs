using System.Text.Encodings.Web;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Formats;

namespace Geo.Api.Formats;

/// <summary>A feature collection in JSON. At most 64 KiB wait in memory, or one feature if that is longer.</summary>
internal abstract class JsonCollectionFormat(string key, string mediaType, string fileEnding) : FeatureFormat(key, mediaType, fileEnding)
{
    /// <summary>Letters of Vietnamese stay letters: the file is UTF-8 and never part of a page.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private const int FlushAt = 64 << 10;

    /// <summary>Writes members behind the features, once it is known how many there were.</summary>
    public Func<Utf8JsonWriter, Task>? WriteEnd { get; init; }

    /// <inheritdoc/>
    public override async Task WriteAsync(LayerContent content, Stream target, CancellationToken cancellation)
    {
        using var buffer = new PooledBuffer(FlushAt * 2);
        await using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        WriteStart(json, content.Definition);
        json.WriteStartArray("features"u8);
        await json.FlushAsync(cancellation); // features follow in the buffer by themselves
        await WriteFeaturesAsync(content, buffer, target, cancellation);
        json.WriteEndArray();
        if (WriteEnd is not null)
            await WriteEnd(json);
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
        await target.WriteAsync(buffer.Written, cancellation);
    }

    private async Task WriteFeaturesAsync(LayerContent content, PooledBuffer buffer, Stream target, CancellationToken cancellation)
    {
        var writeFeature = WriterOf(buffer, content.Definition);
        var isFirst = true;
        await foreach (var row in content.AsRows(cancellation))
        {
            if (!isFirst)
                buffer.Append((byte)',');
            isFirst = false;
            writeFeature(row);
            if (buffer.Count < FlushAt)
                continue;
            await target.WriteAsync(buffer.Written, cancellation);
            buffer.Clear();
        }
    }

    /// <summary>Writes the members before the features.</summary>
    protected abstract void WriteStart(Utf8JsonWriter json, LayerDefinition definition);

    /// <summary>What writes one feature of a layer.</summary>
    protected abstract Action<FeatureRow> WriterOf(PooledBuffer target, LayerDefinition definition);
}
