using Geo.Engine.Features;
using Npgsql;

namespace Geo.Engine.Stores.PostGis;

/// <summary>
/// Applies edits in one transaction, in the table of the layer as it stands. The layer's row is locked first, so that editors of one layer take turns,
/// also with a change that replaces it; readers are not held up, and see rows and revision before or after.
/// </summary>
internal sealed class PostGisEdit(NpgsqlConnection connection, TimeProvider time)
{
    /// <summary>All or nothing.</summary>
    public async Task<EditOutcome> ApplyAsync(LayerEdits edits, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var patience = new NpgsqlCommand("SET LOCAL lock_timeout = '5s'", connection))
            await patience.ExecuteNonQueryAsync(cancellation);
        var current = (await PostGisLayers.ReadAsync(connection, edits.Layer.Id, isToBeEdited: true, cancellation)).FirstOrDefault();
        LayerChangedException.ThrowIfReshaped(edits.Layer, current);
        var now = time.GetUtcNow();
        var moment = now.UtcDateTime;
        var table = new PostGisEditedTable(connection, current!, edits, moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond))); // not null: the line above has thrown
        var editing = new FeatureEditing(edits, current!, table); // as above
        var outcome = await editing.ApplyAsync(cancellation);
        if (outcome is not EditOutcome.Applied)
            return outcome;
        cancellation.ThrowIfCancellationRequested();
        await PostGisAuditLog.AppendAsync(connection, AuditDigest.Of(edits, editing.Changed, now), cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return outcome;
    }
}
