namespace Geo.Api.Editing;

/// <summary>What a transaction has done.</summary>
/// <param name="Revision">The layer's revision.</param>
/// <param name="Features">What each step left behind, in their order.</param>
internal sealed record TransactionDocument(long Revision, IReadOnlyList<TransactionDocument.EditedItem> Features)
{
    /// <summary>One feature.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Etag">Its entity tag, for the next edit; null when it was removed.</param>
    internal sealed record EditedItem(long Id, string? Etag);
}
