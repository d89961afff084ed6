namespace Geo.Engine.Suitability;

/// <summary>Criteria that are weighted among themselves before they are weighted as a whole.</summary>
/// <param name="Id">Identifier, unique in its theme.</param>
/// <param name="Criteria">Their indices in the order of the weighting that holds the group.</param>
/// <param name="Within">How they are weighted among themselves, in this order.</param>
public sealed record CriterionGroup(string Id, IReadOnlyList<int> Criteria, Weighting Within);
