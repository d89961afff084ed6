using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Yaml;

namespace Geo.Engine.Formats.Bundled;

/// <summary>Reads one entry of the catalogue. Faults are gathered; a text that is missing reads as empty, so that one fault does not hide the next.</summary>
internal static class CatalogueEntryReader
{
    private static readonly Dictionary<string, bool> Kinds = new() { ["vector"] = false, ["grid"] = true };
    private static readonly Dictionary<string, GeometryKind> Geometries = Enum.GetValues<GeometryKind>().ToDictionary(k => k.ToString());
    private static readonly Dictionary<string, PropertyType> Types = Words<PropertyType>();
    private static readonly Dictionary<string, LayerStatus> Statuses = Words<LayerStatus>();

    /// <summary>The entry, or null when it is no mapping.</summary>
    public static CatalogueEntry? Read(YamlValue value)
    {
        if (value.Mapping() is not { } entry)
            return null;
        var isGrid = entry.Required("kind")?.OneOf(Kinds) ?? false;
        var read = new CatalogueEntry(FilePath(entry), Checksum(entry), isGrid ? null : Vector(entry), isGrid ? Grid(entry) : null);
        entry.Finish();
        return read;
    }

    private static string FilePath(YamlMapping entry)
    {
        var path = Text(entry, "file");
        if (path.Split('/', '\\').Contains("..") || Path.IsPathRooted(path))
            entry.Optional("file")!.Fault(new($"'{path}' không nằm trong thư mục dữ liệu", $"'{path}' does not lie inside the data folder")); // it was read above
        return path;
    }

    private static string Checksum(YamlMapping entry)
    {
        var checksum = Text(entry, "sha256");
        if (checksum.Length > 0 && (checksum.Length != 64 || !checksum.All(char.IsAsciiHexDigitLower)))
            entry.Optional("sha256")!.Fault(new("mã kiểm tra gồm 64 chữ số thập lục phân viết thường", "a checksum is 64 lower-case hexadecimal digits")); // it was read above
        return checksum;
    }

    private static LayerDefinition Vector(YamlMapping entry)
    {
        IReadOnlyList<PropertyDefinition> properties = [.. List(entry, "properties").Select(Property)];
        return new LayerDefinition
        {
            Id = Id(entry),
            Title = Bilingual(entry.Required("title")),
            Description = Bilingual(entry.Required("description")),
            GeometryKind = entry.Required("geometry")?.OneOf(Geometries) ?? default,
            System = CoordinateSystems.Crs84,
            Properties = properties,
            Provenance = Provenance(entry),
            TimeStartProperty = TimeProperty(entry, "time_start", properties),
            TimeEndProperty = TimeProperty(entry, "time_end", properties),
        };
    }

    private static GridLayer Grid(YamlMapping entry) => new(
        Id(entry),
        Bilingual(entry.Required("title")),
        Bilingual(entry.Required("description")),
        entry.Optional("categorical")?.Flag() ?? false,
        entry.Optional("unit")?.Text(),
        Provenance(entry),
        [.. List(entry, "legend").Select(Legend)]);

    private static string Id(YamlMapping entry)
    {
        var id = Text(entry, "id");
        if (id.Length > 0 && !LayerIds.IsValid(id))
            entry.Optional("id")!.Fault(LayerIds.Rule(id)); // it was read above
        return id;
    }

    private static LayerProvenance Provenance(YamlMapping entry) => new(
        Text(entry, "source"),
        Text(entry, "licence"),
        Text(entry, "attribution"),
        Text(entry, "date"),
        entry.Required("status")?.OneOf(Statuses) ?? default,
        entry.Optional("accuracy_m")?.Number(least: 0));

    private static PropertyDefinition Property(YamlValue value)
    {
        if (value.Mapping() is not { } property)
            return new PropertyDefinition("", PropertyType.Text);
        var title = property.Optional("title");
        var read = new PropertyDefinition(
            Text(property, "name"),
            property.Required("type")?.OneOf(Types) ?? default,
            title is null ? null : Bilingual(title),
            property.Optional("unit")?.Text());
        property.Finish();
        return read;
    }

    private static LegendEntry Legend(YamlValue value)
    {
        if (value.Mapping() is not { } line)
            return new LegendEntry(0, 0, "", new BilingualText("", ""));
        var read = new LegendEntry(
            line.Required("from")?.Number() ?? 0,
            line.Required("to")?.Number() ?? 0,
            Text(line, "colour"),
            Bilingual(line.Required("label")));
        line.Finish();
        return read;
    }

    private static BilingualText Bilingual(YamlValue? value)
    {
        if (value?.Mapping() is not { } text)
            return new BilingualText("", "");
        var read = new BilingualText(Text(text, "vi"), Text(text, "en"));
        text.Finish();
        return read;
    }

    private static string? TimeProperty(YamlMapping entry, string key, IReadOnlyList<PropertyDefinition> properties)
    {
        var value = entry.Optional(key);
        var name = value?.Text();
        if (name is not null && properties.All(p => p.Name != name))
            value!.Fault(new($"'{name}' không phải là thuộc tính của lớp", $"'{name}' is not a property of the layer")); // a name was read from it
        return name;
    }

    private static IReadOnlyList<YamlValue> List(YamlMapping entry, string key) => entry.Optional(key)?.List() ?? [];

    private static string Text(YamlMapping entry, string key) => entry.Required(key)?.Text() ?? "";

    private static Dictionary<string, T> Words<T>() where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => v.ToString().ToLowerInvariant());
}
