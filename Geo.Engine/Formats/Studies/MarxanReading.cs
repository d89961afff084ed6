namespace Geo.Engine.Formats.Studies;

/// <summary>What reading the input files of Marxan gave.</summary>
/// <param name="Study">What they say; null when there are problems.</param>
/// <param name="Notes">What they say that has no counterpart in a scenario, by name.</param>
/// <param name="Problems">Every fault, file by file.</param>
public sealed record MarxanReading(MarxanStudy? Study, IReadOnlyList<BilingualText> Notes, IReadOnlyList<StudyProblem> Problems);
