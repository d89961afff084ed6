using System.Runtime.CompilerServices;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Formats.GeoJson;

/// <summary>
/// Walks over a GeoJSON file: a feature collection, one feature, one bare geometry, or a sequence of them (RFC 8142, or one a
/// line). Members of the root may come in any order, so a first walk must end before <see cref="System"/> and the kind of root are known.
/// </summary>
internal sealed class GeoJsonWalk(string path, bool isSequence)
{
    private bool _rootIsFeature = isSequence;

    /// <summary>The system of a <c>crs</c> member, once the first walk has ended; CRS84 when there is none.</summary>
    public CoordinateSystem System { get; private set; } = CoordinateSystems.Crs84;

    /// <summary>The bytes of each feature or bare geometry and their offset in the file; valid until the next.</summary>
    public async IAsyncEnumerable<(ReadOnlyMemory<byte> Json, long Offset)> FeaturesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!_rootIsFeature)
        {
            await foreach (var feature in CollectionAsync(cancellation))
                yield return feature;
        }

        if (!_rootIsFeature)
            yield break;
        await using var file = await OpenAsync(cancellation);
        while (await file.NextTextAsync(cancellation))
        {
            if (await file.ReadValueAsync(cancellation) is { } json)
                yield return (json, file.Offset);
        }
    }

    private async IAsyncEnumerable<(ReadOnlyMemory<byte> Json, long Offset)> CollectionAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = await OpenAsync(cancellation);
        var root = new GeoJsonRoot(file);
        await root.BeginAsync(cancellation);
        while (await root.NextMemberAsync(cancellation))
        {
            if (!root.IsAtFeatures)
                continue;
            await root.BeginFeaturesAsync(cancellation);
            while (await file.ReadValueAsync(cancellation) is { } json)
                yield return (json, file.Offset);
        }

        await root.EndAsync(cancellation);
        System = root.System ?? System;
        _rootIsFeature = root.IsFeatureOrGeometry;
    }

    private async Task<JsonFile> OpenAsync(CancellationToken cancellation)
    {
        var file = new JsonFile(File.OpenRead(path), Path.GetFileName(path));
        try
        {
            await file.BeginAsync(cancellation);
            return file;
        }
        catch (ImportRefusedException)
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
