namespace Geo.Engine.Access;

/// <summary>
/// Who did what to the store, and when. Records are only added; the store adds one by itself for every change of layers, documents, features and
/// keys, in the transaction of the change.
/// </summary>
public interface IAuditLog
{
    /// <summary>Adds what the store cannot know of, such as a refusal.</summary>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellation);

    /// <summary>All records, the oldest first.</summary>
    IAsyncEnumerable<AuditRecord> ReadAsync(CancellationToken cancellation);
}
