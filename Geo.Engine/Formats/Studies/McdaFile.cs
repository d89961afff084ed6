namespace Geo.Engine.Formats.Studies;

/// <summary>
/// Reads what is given to the decision tools of GRASS: the file of pairwise comparisons of r.mcda.ahp, and command lines of r.mcda.electre, r.mcda.promethee and r.mcda.topsis, as
/// they were typed or as <c>r.info</c> keeps them in the history of a map.
/// </summary>
/// <remarks>Source: GRASS GIS addons, manual pages and options of r.mcda.ahp, r.mcda.electre, r.mcda.promethee and r.mcda.topsis (2025).</remarks>
public static class McdaFile
{
    /// <summary>Reads a file; every fault is a problem with its line, never an exception.</summary>
    public static async Task<McdaReading> ReadAsync(string path, CancellationToken cancellation)
    {
        var (problems, notes) = (new List<StudyProblem>(), new List<BilingualText>());
        var text = await StudyText.ReadAsync(path, problems, cancellation);
        var study = problems.Count > 0 ? null : McdaCommand.Find(text) is { } command ? McdaCommand.Read(text, command, notes) : ComparisonMatrix.Read(text, notes);
        return problems.Count > 0 ? new(null, [], [.. problems.OrderBy(p => p.Line ?? 0)]) : new(study, notes, []);
    }
}
