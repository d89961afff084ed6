using System.Globalization;
using System.Runtime.CompilerServices;
using Geo.Engine.Features;

namespace Geo.Engine.Formats.Intake;

/// <summary>A layer of another store, read like a file.</summary>
internal sealed class StoreFile(IFeatureStore store, Layer layer) : FeatureFile(layer.Id)
{
    /// <inheritdoc/>
    public override string Format => "layer of a store";

    /// <inheritdoc/>
    public override string Place(in RawFeature raw) => string.Create(CultureInfo.InvariantCulture, $"feature {raw.Position}");

    /// <inheritdoc/>
    public override Task<FileSurvey> SurveyAsync(ImportReport report, CancellationToken cancellation)
    {
        IReadOnlySet<GeometryKind> kinds = layer.Definition.GeometryKind == GeometryKind.None ? new HashSet<GeometryKind>() : new HashSet<GeometryKind> { layer.Definition.GeometryKind };
        return Task.FromResult(new FileSurvey(layer.Definition.Properties, kinds, layer.Definition.System));
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<RawFeature> ReadAsync(FileSurvey survey, ImportReport report, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0L;
        await using var features = store.ReadAsync(layer, FeatureQuery.All, cancellation).GetAsyncEnumerator(cancellation);
        while (await MoveNextAsync(features))
        {
            var feature = features.Current;
            var geometry = feature.Geometry is { IsEmpty: false } some ? some : null;
            IReadOnlyList<GeometryNote> notes = geometry is null && feature.Geometry is not null ? [new GeometryNote(MendingKind.DroppedPart, "an empty geometry")] : [];
            yield return new RawFeature(++number, feature.Id, feature.Id >= 1 ? feature.Id : null, geometry, [.. feature.Values], notes);
        }
    }

    private async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<Feature> features)
    {
        try
        {
            return await features.MoveNextAsync();
        }
        catch (InvalidFeatureException fault)
        {
            throw Refusal(string.Create(CultureInfo.InvariantCulture, $"feature {fault.FeatureId}"), fault.Problem);
        }
    }
}
