using Geo.Engine.Features;

namespace Geo.Engine.Stores;

/// <summary>One row of a layer's table before and after an edit, and what of it goes into the history.</summary>
/// <param name="Before">The row to be changed or removed; null for a new one.</param>
/// <param name="After">The row to be written; null to remove it.</param>
/// <param name="Was">The history's state before; null for a new row.</param>
/// <param name="Is">The history's state after; null for a row removed.</param>
internal sealed record FeatureRowChange(Feature? Before, AdmittedFeature? After, HistoryState? Was, HistoryState? Is)
{
    /// <summary>The feature.</summary>
    public long FeatureId => Before?.Id ?? After?.Id ?? 0;

    /// <summary>What is done.</summary>
    public FeatureChangeKind Kind => Before is null ? FeatureChangeKind.Created : After is null ? FeatureChangeKind.Deleted : FeatureChangeKind.Replaced;
}
