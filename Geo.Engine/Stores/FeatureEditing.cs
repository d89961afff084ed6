using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Stores;

/// <summary>Does edits one after the other inside the transaction of a store: what is the same for all stores.</summary>
/// <param name="edits">What to do.</param>
/// <param name="current">The layer as the transaction sees it, of the same columns as the one the edits were made for.</param>
/// <param name="table">Its table.</param>
internal sealed class FeatureEditing(LayerEdits edits, Layer current, IEditedTable table)
{
    private readonly LayerDefinition definition = current.Definition;
    private readonly FeatureAdmission admission = new(current.Definition);
    private readonly List<EditedFeature> edited = [];
    private readonly List<(long Id, string? Was, string? Is)> changed = [];
    private long? lastId;
    private EditTally tally = new(0, null, false, false);

    /// <summary>Of each feature the fingerprint before and after its edit, for the audit log.</summary>
    public IReadOnlyList<(long Id, string? Was, string? Is)> Changed => changed;

    /// <summary>Anything but <see cref="EditOutcome.Applied"/> asks the caller to take the transaction back.</summary>
    /// <exception cref="InvalidFeatureException">A feature does not fit the layer.</exception>
    public async Task<EditOutcome> ApplyAsync(CancellationToken cancellation)
    {
        for (var i = 0; i < edits.Edits.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await ApplyAsync(i, edits.Edits[i], cancellation) is { } obstacle)
                return obstacle;
        }
        await table.FinishAsync(tally, cancellation);
        return new EditOutcome.Applied(current.Revision + 1, edited);
    }

    private async Task<EditOutcome?> ApplyAsync(int index, FeatureEdit edit, CancellationToken cancellation)
    {
        if (edit is FeatureEdit.Create create)
        {
            lastId = (lastId ?? await table.LastIdAsync(cancellation)) + 1;
            await WriteAsync(null, new Feature(lastId.Value, create.Geometry, create.Values), cancellation);
            return null;
        }
        var (id, expected, after) = edit switch
        {
            FeatureEdit.Replace replace => (replace.Feature.Id, replace.ExpectedFingerprint, replace.Feature),
            FeatureEdit.Delete delete => (delete.FeatureId, delete.ExpectedFingerprint, (Feature?)null),
            _ => throw new ArgumentOutOfRangeException(nameof(edit), edit, "Unknown kind of edit."),
        };
        if (await table.FindAsync(id, cancellation) is not { } before)
            return new EditOutcome.NoSuchFeature(index, id);
        if (expected is not null && FeatureFingerprint.Of(definition, before) is var fingerprint && fingerprint != expected)
            return new EditOutcome.Stale(index, id, fingerprint);
        await WriteAsync(before, after, cancellation);
        return null;
    }

    private async Task WriteAsync(Feature? before, Feature? after, CancellationToken cancellation)
    {
        AdmittedFeature? admitted = after is null ? null : admission.AdmitAlone(after);
        await table.WriteAsync(new FeatureRowChange(before, admitted, before is null ? null : Of(before), admitted is { } a ? Of(a) : null), cancellation);
        tally = Counted(tally, before, admitted);
        edited.Add(new EditedFeature((after ?? before)!.Id, admitted is { } written ? FingerprintOf(written) : null)); // one of the two is always there
        changed.Add((edited[^1].Id, before is null ? null : FeatureFingerprint.Of(definition, before), edited[^1].Fingerprint));
    }

    private static EditTally Counted(EditTally tally, Feature? before, AdmittedFeature? after) => new(
        tally.Added + (after is null ? 0 : 1) - (before is null ? 0 : 1),
        after?.Extent is { } box ? tally.Extent?.Union(box) ?? box : tally.Extent,
        tally.AnyHeights || after is { HasZ: true },
        tally.AnyFlat || after is { HasZ: false, HasGeometry: true });

    private string FingerprintOf(in AdmittedFeature feature)
    {
        var geometry = feature.HasGeometry ? CanonicalWkb.Read(feature.Wkb.Span, definition.System.Srid) : null;
        return FeatureFingerprint.Of(definition, new Feature(feature.Id, geometry, feature.Values));
    }

    private HistoryState Of(Feature feature)
    {
        if (feature.Geometry is null)
            return new HistoryState(null, FeatureValuesJson.Write(definition, feature.Values));
        var wkb = new System.Buffers.ArrayBufferWriter<byte>();
        CanonicalWkb.Write(feature.Geometry, wkb);
        return new HistoryState(wkb.WrittenSpan.ToArray(), FeatureValuesJson.Write(definition, feature.Values));
    }

    private HistoryState Of(in AdmittedFeature feature) =>
        new(feature.HasGeometry ? feature.Wkb.ToArray() : null, FeatureValuesJson.Write(definition, feature.Values));
}
