namespace Geo.Engine.Formats.Studies;

/// <summary>
/// Reads the input files of Marxan: planning units (<c>pu.dat</c>), features (<c>spec.dat</c>), amounts (<c>puvspr.dat</c>, either form), boundaries (<c>bound.dat</c>) and parameters
/// (<c>input.dat</c>). A file is known by its columns, whatever its name.
/// </summary>
/// <remarks>Source: Game, E. T. and Grantham, H. S. (2008), Marxan User Manual for version 1.8.10, section 3; Serra, N. et al. (2020), for version 2.43 and above, section 5.</remarks>
public static class MarxanFiles
{
    /// <summary>Reads the files together; every fault is a problem with its line, never an exception.</summary>
    public static async Task<MarxanReading> ReadAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var (problems, draft) = (new List<StudyProblem>(), new MarxanDraft());
        foreach (var path in paths)
        {
            var text = await StudyText.ReadAsync(path, problems, cancellation);
            if (text.Lines.Count > 0)
                Read(text, draft);
        }
        if (draft.Units.Count == 0 && problems.Count == 0)
            problems.Add(new(Path.GetFileName(paths[0]), null, new("không có tệp đơn vị quy hoạch (pu.dat: id, cost, status)", "there is no file of planning units (pu.dat: id, cost, status)")));
        draft.Judge(problems);
        return problems.Count > 0 ? new(null, [], problems) : new(draft.Study, draft.Notes(), []);
    }

    private static void Read(StudyText text, MarxanDraft draft)
    {
        var table = new StudyTable(text);
        bool Has(params IEnumerable<string> columns) => columns.All(c => table.IndexOf(c) >= 0);
        if (Has("id1", "id2"))
            draft.TakeBoundaries(table);
        else if (Has("species", "pu", "amount"))
            draft.TakeAmounts(table);
        else if (table.Columns[0].Equals("pu", StringComparison.OrdinalIgnoreCase) && table.Columns.Count > 1)
            draft.TakeAmountsByColumns(table);
        else if (Has("id") && MarxanDraft.FeatureColumns.Any(c => Has(c)))
            draft.TakeFeatures(table);
        else if (Has("id"))
            draft.TakeUnits(table);
        else if (!draft.TakeParameters(text))
            text.Fault(table.HeadLine, StudyText.Found(new("các cột", "columns"), string.Join(", ", table.Columns), new("id, cost, status (pu.dat); id, target, … (spec.dat); species, pu, amount (puvspr.dat); id1, id2, boundary (bound.dat); hoặc các tham số của input.dat", "id, cost, status (pu.dat); id, target, … (spec.dat); species, pu, amount (puvspr.dat); id1, id2, boundary (bound.dat); or the parameters of input.dat")));
    }
}
