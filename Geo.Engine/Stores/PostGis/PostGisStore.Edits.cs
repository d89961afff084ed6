using Geo.Engine.Features;

namespace Geo.Engine.Stores.PostGis;

/// <content>Edits of single features and their history.</content>
public sealed partial class PostGisStore
{
    /// <inheritdoc/>
    public async Task<EditOutcome> EditAsync(LayerEdits edits, CancellationToken cancellation)
    {
        await OpenAsync(cancellation);
        return await sessions.TranslatedAsync(async () =>
        {
            await using var connection = await sessions.Source.OpenConnectionAsync(cancellation);
            return await new PostGisEdit(connection, time ?? TimeProvider.System).ApplyAsync(edits, cancellation);
        });
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<FeatureChange>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation) =>
        AskAsync(connection => PostGisHistory.ReadAsync(connection, query, cancellation), cancellation);
}
