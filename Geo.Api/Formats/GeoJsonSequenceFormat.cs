using Geo.Api.Collections;
using Geo.Engine.Features;
using Geo.Engine.Formats;

namespace Geo.Api.Formats;

/// <summary>GeoJSON text sequences (RFC 8142): a record separator before each feature, a line feed behind it.</summary>
internal sealed class GeoJsonSequenceFormat() : FeatureFormat("geojsonseq", "application/geo+json-seq", ".geojsons")
{
    private const byte RecordSeparator = 0x1E;
    private const byte LineFeed = 0x0A;
    private const int FlushAt = 64 << 10;

    /// <inheritdoc/>
    public override async Task WriteAsync(LayerContent content, Stream target, CancellationToken cancellation)
    {
        using var buffer = new PooledBuffer(FlushAt * 2);
        var writer = new FeatureWriter(FeatureOutput.Of(content.Definition, content.Definition.System), buffer);
        await foreach (var row in content.AsRows(cancellation))
        {
            buffer.Append(RecordSeparator);
            writer.Write(row);
            buffer.Append(LineFeed);
            if (buffer.Count < FlushAt)
                continue;
            await target.WriteAsync(buffer.Written, cancellation);
            buffer.Clear();
        }
        await target.WriteAsync(buffer.Written, cancellation);
    }
}
