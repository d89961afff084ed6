namespace Geo.Engine.Features.Filtering;

/// <summary>The truth of a part of a filter for a feature; null = unknown.</summary>
internal delegate bool? TruthOf(FilteredFeature feature);

/// <summary>The value of a part of a filter for a feature.</summary>
internal delegate FilterValue ValueOf(FilteredFeature feature);

/// <summary>The period, day or moment of a part of a filter for a feature; null = unknown.</summary>
internal delegate Period? PeriodOf(FilteredFeature feature);

/// <summary>A list in a filter for a feature: elements are <see cref="FilterValue"/>, <see cref="Period"/>, lists, or null where one is missing.</summary>
internal delegate object?[] ListOf(FilteredFeature feature);
