using Geo.Engine.Features;
using Geo.Engine.Formats.Export;
using Geo.Engine.Formats.FlatGeobuf;

namespace Geo.Engine.Formats;

/// <summary>
/// FlatGeobuf 3. Number of features, extent and heights stand in the header before the features, so that these wait in a scratch file. An index makes
/// the file searchable in place and puts features that lie near each other side by side; without it they keep their order.
/// </summary>
/// <remarks>Source: flatgeobuf.org, specification and schemas of version 3.</remarks>
/// <param name="hasIndex">Whether to write an index; left out all the same where a feature has no place, or there are more than a million.</param>
public sealed class FlatGeobufFormat(bool hasIndex) : FeatureFormat("fgb", "application/flatgeobuf", ".fgb")
{
    /// <inheritdoc/>
    public override async Task WriteAsync(LayerContent content, Stream target, CancellationToken cancellation)
    {
        using var folder = new ScratchFolder();
        await using var features = new WaitingFeatures(folder.File("features"), content.Definition);
        await foreach (var feature in content.Features.WithCancellation(cancellation))
            await features.AddAsync(feature, cancellation);
        await new FlatGeobufWriter(content.Definition, features, hasIndex).WriteAsync(target, cancellation);
    }
}
