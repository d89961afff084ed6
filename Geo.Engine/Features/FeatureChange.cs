namespace Geo.Engine.Features;

/// <summary>One entry of the history of edits: who changed which feature, when, from what to what. Entries are added and never changed.</summary>
/// <param name="Sequence">Grows with every entry of a layer.</param>
/// <param name="LayerId">The layer.</param>
/// <param name="FeatureId">The feature.</param>
/// <param name="Revision">The layer's revision from this change on; changes of one transaction share it.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Editor">Who did it.</param>
/// <param name="Moment">When, UTC, to the microsecond.</param>
/// <param name="RequestId">What the server's log calls the request; null where there was none.</param>
/// <param name="Before">The feature before; null when it was created.</param>
/// <param name="After">The feature after; null when it was deleted.</param>
public sealed record FeatureChange(
    long Sequence, string LayerId, long FeatureId, long Revision, FeatureChangeKind Kind, string Editor, DateTime Moment, string? RequestId, FeatureVersion? Before, FeatureVersion? After);
