using Geo.Engine.Features;

namespace Geo.Engine.Stores.GeoPackage;

/// <content>Edits of single features and their history.</content>
public sealed partial class GeoPackageStore
{
    /// <inheritdoc/>
    public async Task<EditOutcome> EditAsync(LayerEdits edits, CancellationToken cancellation)
    {
        // A file that cannot be written has no writer to ask.
        if ((await FindLayerAsync(edits.Layer.Id, cancellation))?.ReadOnlyReason is { } reason)
            return new EditOutcome.Refused(reason);
        EditOutcome? outcome = null;
        await ChangeAsync(
            async writer =>
            {
                outcome = await EditAsync(writer, edits, cancellation);
                return outcome is EditOutcome.Applied;
            },
            cancellation,
            isLoading: false);
        return outcome!; // the change has said what became of it
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<FeatureChange>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        return Task.FromResult(snapshot.Ask(c => GeoPackageHistory.Read(c, query)));
    }

    private async Task<EditOutcome> EditAsync(GeoPackageConnection writer, LayerEdits edits, CancellationToken cancellation)
    {
        var table = new GeoPackageCatalogReader(writer, Path.GetFileName(path)).Read().Find(edits.Layer.Id);
        LayerChangedException.ThrowIfReshaped(edits.Layer, table?.Layer);
        if (table!.Layer.ReadOnlyReason is { } reason) // not null: the line above has thrown
            return new EditOutcome.Refused(reason);
        GeoPackageHistory.Ensure(writer);
        writer.DisableTriggers();
        var moment = (time ?? TimeProvider.System).GetUtcNow();
        var editing = new FeatureEditing(edits, table.Layer, new GeoPackageEditedTable(writer, table, edits, moment.UtcDateTime));
        var outcome = await editing.ApplyAsync(cancellation);
        if (outcome is EditOutcome.Applied)
            GeoPackageAuditLog.Append(writer, AuditDigest.Of(edits, editing.Changed, moment));
        return outcome;
    }
}
