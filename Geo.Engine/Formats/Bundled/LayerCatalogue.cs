using System.Globalization;
using Geo.Engine.Yaml;

namespace Geo.Engine.Formats.Bundled;

/// <summary>Reads <c>layers.yaml</c>: a list of layers, or a mapping with the list under <c>layers</c>.</summary>
internal static class LayerCatalogue
{
    /// <summary>The entries; whatever is wrong is added to <paramref name="problems"/> with its line and path.</summary>
    public static IReadOnlyList<CatalogueEntry> Read(string text, string file, List<ImportProblem> problems)
    {
        var faults = new List<YamlProblem>();
        var entries = Layers(YamlText.Read(text, faults)).Select(CatalogueEntryReader.Read).OfType<CatalogueEntry>().ToList();
        problems.AddRange(faults.Select(f => new ImportProblem(file, Place(f), f.Hint is null ? f.Message.En : $"{f.Message.En}; {f.Hint.En}")));
        if (entries.Count == 0 && problems.Count == 0)
            problems.Add(new ImportProblem(file, null, "the catalogue lists no layer"));
        foreach (var twice in entries.GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            problems.Add(new ImportProblem(file, null, $"the layer '{twice.Key}' is listed {twice.Count()} times"));
        return entries;
    }

    private static IReadOnlyList<YamlValue> Layers(YamlValue? root)
    {
        if (root is null)
            return [];
        var list = root.IsList ? root : root.Mapping()?.Required("layers");
        return list?.List() ?? [];
    }

    private static string Place(YamlProblem fault) => fault.Path.Length == 0
        ? string.Create(CultureInfo.InvariantCulture, $"line {fault.Line}")
        : string.Create(CultureInfo.InvariantCulture, $"line {fault.Line}, {fault.Path}");
}
