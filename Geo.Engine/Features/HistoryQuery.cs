namespace Geo.Engine.Features;

/// <summary>Which part of the history of edits to read; the newest entry comes first.</summary>
/// <param name="LayerId">Of one layer, which need not exist any more.</param>
/// <param name="FeatureId">Of one feature; null for all.</param>
/// <param name="Before">Only entries with a smaller sequence number (keyset paging); null = from the newest.</param>
/// <param name="Limit">Most entries to give, at least 1.</param>
public sealed record HistoryQuery(string LayerId, long? FeatureId, long? Before, int Limit);
