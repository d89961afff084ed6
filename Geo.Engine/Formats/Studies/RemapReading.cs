namespace Geo.Engine.Formats.Studies;

/// <summary>What reading a remap file gave.</summary>
/// <param name="Remap">What it says; null when there are problems.</param>
/// <param name="Notes">What it says that has no counterpart in a scenario.</param>
/// <param name="Problems">Every fault, in the order of the file.</param>
public sealed record RemapReading(Remap? Remap, IReadOnlyList<BilingualText> Notes, IReadOnlyList<StudyProblem> Problems);
