using System.Globalization;
using Geo.Engine.Formats.Fetching;
using Geo.Engine.Yaml;

namespace Geo.Engine.Formats;

/// <summary>Reads <c>sources.yaml</c>: the open data that can be fetched.</summary>
public static class DataSources
{
    private const string Schema = "soctranggeo/sources/1";

    /// <summary>The sources, or everything that is wrong with the text.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for the problems.</param>
    public static DataSourceList Read(string text, string file)
    {
        var faults = new List<YamlProblem>();
        var sources = Sources(YamlText.Read(text, faults));
        var problems = faults.Select(f => new ImportProblem(file, Place(f), f.Hint is null ? f.Message.En : $"{f.Message.En}; {f.Hint.En}")).ToList();
        problems.AddRange(Twice(sources, s => s.Id, file, "source"));
        problems.AddRange(Twice(sources, s => s.FileName, file, "file"));
        return problems.Count > 0 ? new DataSourceList([], problems) : new DataSourceList(sources, []);
    }

    private static List<DataSource> Sources(YamlValue? root)
    {
        if (root?.Mapping() is not { } mapping)
            return [];
        var schema = mapping.Required("schema");
        if (schema?.Text() is { } named && named != Schema)
            schema.Fault(new($"lược đồ là '{named}'; phiên bản này đọc '{Schema}'", $"the schema is '{named}'; this version reads '{Schema}'"));
        var sources = mapping.Required("sources")?.List() ?? [];
        mapping.Finish();
        return [.. sources.Select(DataSourceReader.Read).OfType<DataSource>()];
    }

    private static IEnumerable<ImportProblem> Twice(IEnumerable<DataSource> sources, Func<DataSource, string> key, string file, string what) =>
        sources.GroupBy(key, StringComparer.Ordinal).Where(g => g.Key.Length > 0 && g.Count() > 1)
            .Select(g => new ImportProblem(file, null, $"the {what} '{g.Key}' is listed {g.Count()} times"));

    private static string Place(YamlProblem fault) => fault.Path.Length == 0
        ? string.Create(CultureInfo.InvariantCulture, $"line {fault.Line}")
        : string.Create(CultureInfo.InvariantCulture, $"line {fault.Line}, {fault.Path}");
}
