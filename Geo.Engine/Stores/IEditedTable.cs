using Geo.Engine.Features;

namespace Geo.Engine.Stores;

/// <summary>The table of a layer inside a transaction that edits it, in one database.</summary>
internal interface IEditedTable
{
    /// <summary>The greatest id that a feature of the layer has or once had; 0 when there was none.</summary>
    Task<long> LastIdAsync(CancellationToken cancellation);

    /// <summary>A feature as the transaction sees it; null when there is none.</summary>
    Task<Feature?> FindAsync(long id, CancellationToken cancellation);

    /// <summary>Writes or removes a row, keeps the spatial index with it, and adds the entry to the history.</summary>
    Task WriteAsync(FeatureRowChange change, CancellationToken cancellation);

    /// <summary>Brings count, extent and revision of the layer up to date.</summary>
    Task FinishAsync(EditTally tally, CancellationToken cancellation);
}
