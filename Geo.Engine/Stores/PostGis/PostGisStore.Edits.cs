using Geo.Engine.Features;

namespace Geo.Engine.Stores.PostGis;

/// <content>Edits of single features and their history.</content>
public sealed partial class PostGisStore
{
    /// <inheritdoc/>
    public Task<EditOutcome> EditAsync(LayerEdits edits, CancellationToken cancellation) =>
        ChangeAsync(connection => new PostGisEdit(connection, time).ApplyAsync(edits, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<FeatureChange>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation) =>
        AskAsync(connection => PostGisHistory.ReadAsync(connection, query, cancellation), cancellation);
}
