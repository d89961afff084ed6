using System.CommandLine;
using System.Globalization;
using Geo.Engine.Features;
using Geo.Engine.Formats.Studies;
using Geo.Engine.Stores;

namespace Geo.Api.Cli;

/// <summary>
/// <c>scenario import FILE... --as FORMAT</c>: prints what files of ArcGIS, GRASS or Marxan say as a part of a scenario, or, with <c>--base</c>, as a scenario over another. What
/// has no counterpart stands in comments before it.
/// </summary>
internal static class ScenarioImport
{
    private static readonly Dictionary<string, StudyFormat> Formats = new(StringComparer.Ordinal) { ["arcgis-remap"] = StudyFormat.ArcGisRemap, ["r.mcda"] = StudyFormat.RMcda, ["marxan"] = StudyFormat.Marxan };

    private static readonly Argument<FileInfo[]> Files = new("files") { Description = "The files; several for Marxan only", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> As = new("--as") { Description = "Whose files they are", Required = true };
    private static readonly Option<string?> Scale = new("--scale") { Description = "Remap: output values of degree 0 and 1, WORST:BEST" };
    private static readonly Option<string?> Columns = new("--columns") { Description = "Remap table: names of its columns, FROM,TO,OUT" };
    private static readonly Option<bool> Codes = new("--codes") { Description = "Remap: the input values are codes of categories" };
    private static readonly Option<string?> Criterion = new("--criterion") { Description = "Remap with --base: the criterion it is for" };
    private static readonly Option<string?> Criteria = new("--criteria") { Description = "r.mcda: ids of the criteria in the order of the file, parted by commas" };
    private static readonly Option<string?> Theme = new("--theme") { Description = "The theme; needed with --base and for Marxan" };
    private static readonly Option<string?> Base = new("--base") { Description = "Remap, r.mcda: id of a scenario in the store to lay the result over" };
    private static readonly Option<string?> Id = new("--id") { Description = "With --base: id of the new scenario" };
    private static readonly Option<string?> Outlines = new("--layer") { Description = "Marxan: the layer with the outlines of the planning units" };
    private static readonly Option<string?> IdColumn = new("--id-column") { Description = "Marxan: its column with the numbers of the units" };
    private static readonly Option<string?> Joined = new("--joined") { Description = "Marxan: id of the layer to make of both; default the layer's with -marxan" };
    private static readonly Option<FileInfo?> Output = new("--output") { Description = "Write the text into this file instead of printing it" };

    public static Command Build()
    {
        As.AcceptOnlyFromAmong([.. Formats.Keys]);
        var command = new Command("import", "Turn files of ArcGIS, GRASS or Marxan into parts of a scenario") { Files, As, Scale, Columns, Codes, Criterion, Criteria, Theme, Base, Id, Outlines, IdColumn, Joined, Output };
        command.Behind(ImportAsync);
        return command;
    }

    private static async Task<int> ImportAsync(ParseResult line, CancellationToken cancellation)
    {
        var (files, format) = (line.GetRequiredValue(Files), Formats[line.GetRequiredValue(As)]);
        if (files.FirstOrDefault(f => !f.Exists) is { } missing)
            throw new UserErrorException($"There is no file '{missing}'.");
        if (files.Length > 1 && format != StudyFormat.Marxan)
            throw new UserErrorException("One file at a time, but for Marxan.");
        return format switch
        {
            StudyFormat.ArcGisRemap => await RemapAsync(line, files[0], cancellation),
            StudyFormat.RMcda => await McdaAsync(line, files[0], cancellation),
            _ => await MarxanAsync(line, files, cancellation),
        };
    }

    private static async Task<int> RemapAsync(ParseResult line, FileInfo file, CancellationToken cancellation)
    {
        var reading = await RemapFile.ReadAsync(file.FullName, RemapSettings(line), cancellation);
        if (reading.Remap is not { } remap)
            return Refuse(reading.Problems);
        var over = await OverAsync(line, cancellation);
        var criterion = over is null ? null : over.Criterion(Needed(line, Criterion));
        var isOfCodes = line.GetValue(Codes) || (criterion is null ? remap.IsOfValues : ScenarioOver.IsOfCodes(criterion));
        var lines = StudyYaml.Criterion(remap, isOfCodes, $"{file.Name} (ArcGIS remap)") ?? throw new UserErrorException("The ranges hold more than 1,000 codes, or codes beyond 2,147,483,647.");
        return await FinishAsync(line, over is null ? lines : over.AtCriterion(criterion!.Id, lines), over, reading.Notes, cancellation); // it was found in it
    }

    private static async Task<int> McdaAsync(ParseResult line, FileInfo file, CancellationToken cancellation)
    {
        var reading = await McdaFile.ReadAsync(file.FullName, cancellation);
        if (reading.Study is not { } study)
            return Refuse(reading.Problems);
        var over = await OverAsync(line, cancellation);
        var criteria = line.GetValue(Criteria)?.Split(',', StringSplitOptions.TrimEntries) ?? [.. study.Criteria];
        var size = study.Judgements?.Count ?? study.Criteria.Count;
        if (criteria.Length != size && (criteria.Length > 0 || over is not null))
            throw new UserErrorException($"--criteria names {criteria.Length} criteria; the file has {size}.");
        var lines = StudyYaml.Theme(study, criteria, over is null ? criteria : over.Order(criteria), file.Name);
        return await FinishAsync(line, over is null ? lines : over.AtTheme(lines), over, reading.Notes, cancellation);
    }

    private static async Task<int> MarxanAsync(ParseResult line, FileInfo[] files, CancellationToken cancellation)
    {
        if (line.GetValue(Base) is not null)
            throw new UserErrorException("--base is not for Marxan: a further criterion needs a weight among the others. Paste the parts into a scenario and say its weight.");
        var (theme, outlines, column) = (Needed(line, Theme), Needed(line, Outlines), Needed(line, IdColumn));
        var reading = await MarxanFiles.ReadAsync([.. files.Select(f => f.FullName)], cancellation);
        if (reading.Study is not { } study)
            return Refuse(reading.Problems);
        var id = line.GetValue(Joined) ?? $"{outlines}-marxan";
        var options = CommonOptions.Read(line);
        await using var store = FeatureStores.Create(StoreAddress.Parse(options.Store));
        await store.OpenAsync(cancellation);
        var layer = await store.FindLayerAsync(outlines, cancellation) ?? throw new UserErrorException($"There is no layer '{outlines}'; there are: {string.Join(", ", (await store.ListLayersAsync(cancellation)).Select(l => l.Id))}.");
        var (joined, problems) = await MarxanLayer.JoinAsync(store, layer, column, id, study, cancellation);
        if (joined is null)
            return CommandDoor.Say(problems.Select(p => p.For(CultureInfo.CurrentUICulture.Name)));
        await store.ApplyAsync(new StoreChange { Layers = [joined], Author = CommandAuthor.Of("scenario.import") }, cancellation);
        return await FinishAsync(line, StudyYaml.Scenario(study, id, theme, $"Marxan: {string.Join(", ", files.Select(f => f.Name))}"), null, reading.Notes, cancellation);
    }

    private static async Task<int> FinishAsync(ParseResult line, IReadOnlyList<string> lines, ScenarioOver? over, IReadOnlyList<BilingualText> notes, CancellationToken cancellation)
    {
        var told = notes.Select(n => n.For(CultureInfo.CurrentUICulture.Name)).ToList();
        var text = StudyYaml.Whole(over is null ? lines : [await over.ScenarioAsync(lines, cancellation)], told);
        if (line.GetValue(Output) is not { } output)
        {
            Console.Write(text);
            return CommandDoor.Success;
        }
        await WholeFile.WriteAsync(output.FullName, s => s.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), cancellation).AsTask());
        foreach (var note in told)
            Console.WriteLine($"note: {note}");
        Console.WriteLine($"written to {output}");
        return CommandDoor.Success;
    }

    private static RemapOptions RemapSettings(ParseResult line)
    {
        var ends = Needed(line, Scale).Split(':').Select(e => double.TryParse(e, NumberStyles.Float, CultureInfo.InvariantCulture, out var end) && double.IsFinite(end) ? end : double.NaN).ToArray();
        if (ends.Length != 2 || ends.Any(double.IsNaN) || ends[0] == ends[1])
            throw new UserErrorException($"--scale '{line.GetValue(Scale)}' is not understood; write WORST:BEST, two different numbers, for example 1:9.");
        var columns = line.GetValue(Columns)?.Split(',', StringSplitOptions.TrimEntries);
        return columns is null or { Length: 3 }
            ? new RemapOptions(ends[0], ends[1], columns?[0], columns?[1], columns?[2])
            : throw new UserErrorException($"--columns '{line.GetValue(Columns)}' is not understood; write FROM,TO,OUT.");
    }

    private static async Task<ScenarioOver?> OverAsync(ParseResult line, CancellationToken cancellation) => line.GetValue(Base) is { } id
        ? await ScenarioOver.OpenAsync(CommonOptions.Read(line), id, Needed(line, Id), Needed(line, Theme), cancellation)
        : null;

    private static string Needed(ParseResult line, Option<string?> option) =>
        line.GetValue(option) ?? throw new UserErrorException($"{option.Name} is needed here: {option.Description}.");

    private static int Refuse(IReadOnlyList<StudyProblem> problems) =>
        CommandDoor.Say(problems.Select(p => p.Text.For(CultureInfo.CurrentUICulture.Name)).Append("Nothing was changed."));
}
