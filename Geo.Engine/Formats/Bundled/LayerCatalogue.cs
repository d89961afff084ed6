using System.Globalization;
using System.Text.RegularExpressions;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Geo.Engine.Formats.Bundled;

/// <summary>Reads <c>layers.yaml</c>, a list of layers or a mapping with the list under <c>layers</c>.</summary>
internal static partial class LayerCatalogue
{
    /// <summary>The entries; whatever is wrong is added to <paramref name="problems"/>.</summary>
    public static IReadOnlyList<CatalogueEntry> Read(string text, string file, List<ImportProblem> problems)
    {
        if (Root(text, file, problems) is not { } root)
            return [];
        var holder = new YamlRecord(root, "$", file, problems);
        var entries = holder.Records("layers").Select(Entry).ToList();
        if (entries.Count == 0 && problems.Count == 0)
            holder.Fault("layers", "must be a list of at least one layer");
        foreach (var twice in entries.GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1 && g.Key.Length > 0))
            problems.Add(new ImportProblem(file, null, $"the layer '{twice.Key}' is listed {twice.Count()} times"));
        return entries;
    }

    private static YamlMappingNode? Root(string text, string file, List<ImportProblem> problems)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            var root = yaml.Documents.Count == 1 ? yaml.Documents[0].RootNode : null;
            if (root is YamlMappingNode mapping)
                return mapping;
            if (root is YamlSequenceNode list)
                return new YamlMappingNode("layers", list);
            problems.Add(new ImportProblem(file, null, "the catalogue is a YAML list of layers"));
        }
        catch (YamlException fault)
        {
            problems.Add(new ImportProblem(file, string.Create(CultureInfo.InvariantCulture, $"line {fault.Start.Line}, column {fault.Start.Column}"), $"not YAML: {fault.Message}"));
        }
        catch (InvalidOperationException fault)
        {
            // YamlDotNet 18 says so, instead of its own exception, where a flow sequence is never closed.
            problems.Add(new ImportProblem(file, null, $"not YAML: a bracket is not closed ({fault.Message})"));
        }

        return null;
    }

    private static CatalogueEntry Entry(YamlRecord entry)
    {
        var isGrid = Kind(entry) == "grid";
        return new CatalogueEntry(FilePath(entry), Checksum(entry), isGrid ? null : Vector(entry), isGrid ? Grid(entry) : null);
    }

    private static string Kind(YamlRecord entry)
    {
        var kind = entry.Text("kind");
        if (kind is not ("vector" or "grid" or ""))
            entry.Fault("kind", $"is '{kind}'; allowed are vector, grid");
        return kind;
    }

    private static string FilePath(YamlRecord entry)
    {
        var path = entry.Text("file");
        if (path.Split('/', '\\').Contains("..") || Path.IsPathRooted(path))
            entry.Fault("file", $"is '{path}'; it must lie inside the data folder");
        return path;
    }

    private static string Checksum(YamlRecord entry)
    {
        var checksum = entry.Text("sha256");
        if (checksum.Length > 0 && !HexDigest().IsMatch(checksum))
            entry.Fault("sha256", "must be 64 lower-case hexadecimal digits");
        return checksum;
    }

    private static LayerDefinition Vector(YamlRecord entry) => new()
    {
        Id = Id(entry),
        Title = Bilingual(entry, "title"),
        Description = Bilingual(entry, "description"),
        GeometryKind = entry.OneOf<GeometryKind>("geometry"),
        System = CoordinateSystems.Crs84,
        Properties = [.. entry.Records("properties").Select(Property)],
        Provenance = Provenance(entry),
        TimeStartProperty = TimeProperty(entry, "time_start"),
        TimeEndProperty = TimeProperty(entry, "time_end"),
    };

    private static GridLayer Grid(YamlRecord entry) => new(
        Id(entry),
        Bilingual(entry, "title"),
        Bilingual(entry, "description"),
        entry.Flag("categorical"),
        entry.OptionalText("unit"),
        Provenance(entry),
        [.. entry.Records("legend").Select(Legend)]);

    private static string Id(YamlRecord entry)
    {
        var id = entry.Text("id");
        if (id.Length > 0 && !LayerIds.IsValid(id))
            entry.Fault("id", $"is '{id}'; allowed are small letters, digits and hyphens, a letter first, at most 63");
        return id;
    }

    private static BilingualText Bilingual(YamlRecord entry, string field) =>
        entry.Record(field) is { } text ? new BilingualText(text.Text("vi"), text.Text("en")) : new BilingualText("", "");

    private static PropertyDefinition Property(YamlRecord property) => new(
        property.Text("name"),
        property.OneOf<PropertyType>("type"),
        property.Has("title") ? Bilingual(property, "title") : null,
        property.OptionalText("unit"));

    private static LayerProvenance Provenance(YamlRecord entry) => new(
        entry.Text("source"),
        entry.Text("licence"),
        entry.Text("attribution"),
        entry.Text("date"),
        entry.OneOf<LayerStatus>("status"),
        entry.OptionalNumber("accuracy_m"));

    private static LegendEntry Legend(YamlRecord line) => new(
        line.OptionalNumber("from") ?? Missing(line, "from"),
        line.OptionalNumber("to") ?? Missing(line, "to"),
        line.Text("colour"),
        Bilingual(line, "label"));

    private static double Missing(YamlRecord line, string field)
    {
        if (!line.Has(field))
            line.Fault(field, "is missing");
        return 0;
    }

    private static string? TimeProperty(YamlRecord entry, string field)
    {
        var name = entry.OptionalText(field);
        if (name is not null && !entry.Records("properties").Any(p => p.OptionalText("name") == name))
            entry.Fault(field, $"is '{name}', which is not a property of the layer");
        return name;
    }

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.NonBacktracking)]
    private static partial Regex HexDigest();
}
