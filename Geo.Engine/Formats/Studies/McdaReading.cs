namespace Geo.Engine.Formats.Studies;

/// <summary>What reading a file of an r.mcda tool gave.</summary>
/// <param name="Study">What it says; null when there are problems.</param>
/// <param name="Notes">What was read otherwise than it is written, and what has no counterpart in a scenario.</param>
/// <param name="Problems">Every fault, in the order of the file.</param>
public sealed record McdaReading(McdaStudy? Study, IReadOnlyList<BilingualText> Notes, IReadOnlyList<StudyProblem> Problems);
