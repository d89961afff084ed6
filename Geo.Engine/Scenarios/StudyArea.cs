namespace Geo.Engine.Scenarios;

/// <summary>What counts as inside: the union of a layer of administrative units, by cell centres.</summary>
/// <param name="DistrictLayer">A polygon layer with the columns <c>unit_code</c> and <c>name_vi</c>.</param>
public sealed record StudyArea(string DistrictLayer);
