namespace Geo.Engine.Scenarios;

/// <summary>An alternative (a district or a zone) by its mean memberships, ranked by four methods between fixed ends 0 and 1; null where a method has no answer.</summary>
/// <param name="Alternative">Code of the district, or id of the zone in its layer.</param>
/// <param name="Degrees">Mean membership in each criterion, in their order.</param>
/// <param name="Topsis">Closeness to the best there is, 0 to 1; more is better. Its ends are those of the alternatives at hand, so one more may turn an order round.</param>
/// <param name="Vikor">Compromise, 0 (best) to 1; less is better.</param>
/// <param name="IsCompromise">Whether VIKOR proposes it.</param>
/// <param name="Promethee">Net flow of PROMETHEE II under the usual preference, -1 to 1; more is better.</param>
/// <param name="Spotis">Distance from the ideal, 0 to 1; less is better. The only one of the four in which one more alternative turns no order round.</param>
public sealed record RunRanking(string Alternative, IReadOnlyList<double> Degrees, double Topsis, double Vikor, bool IsCompromise, double? Promethee, double Spotis);
