namespace Geo.Engine.Formats.Studies;

/// <summary>What a decision analysis with GRASS's r.mcda tools gives a scenario.</summary>
/// <param name="Criteria">Names of the maps, in their order; empty when the file does not name them.</param>
/// <param name="Judgements">Rows of the matrix of comparisons as they are written in a scenario; null when there is none.</param>
/// <param name="Weights">Weights of the maps as they were given; null when there are judgements.</param>
/// <param name="IsTopsis">Whether the maps were combined by TOPSIS.</param>
public sealed record McdaStudy(IReadOnlyList<string> Criteria, IReadOnlyList<IReadOnlyList<string>>? Judgements, IReadOnlyList<double>? Weights, bool IsTopsis);
