namespace Geo.Api.Editing;

/// <summary>What a collection of features became.</summary>
/// <param name="Revision">The layer's revision.</param>
/// <param name="Ids">The new ids, in the order of the features sent.</param>
internal sealed record CreatedDocument(long Revision, IReadOnlyList<long> Ids);
