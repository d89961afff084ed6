using Geo.Engine.Features;
using Geo.Engine.Yaml;

namespace Geo.Engine.Formats.Fetching;

/// <summary>Reads one entry of the list of sources; faults are gathered, a text that is missing reads as empty.</summary>
internal static class DataSourceReader
{
    private static readonly Dictionary<string, LayerStatus> Statuses =
        Enum.GetValues<LayerStatus>().ToDictionary(s => s.ToString().ToLowerInvariant());

    private static readonly Dictionary<string, DataSourceKind> Kinds =
        Enum.GetValues<DataSourceKind>().ToDictionary(k => k.ToString().ToLowerInvariant());

    /// <summary>The source, or null when the entry is no mapping.</summary>
    public static DataSource? Read(YamlValue value)
    {
        if (value.Mapping() is not { } entry)
            return null;
        var source = new DataSource
        {
            Id = Id(entry),
            Title = Bilingual(entry.Required("title")),
            Url = Url(entry),
            KeyVariable = entry.Optional("key_variable")?.Text(),
            FileName = FileName(entry),
            Provenance = Provenance(entry),
            MediaTypes = [.. (entry.Required("media_types")?.List() ?? []).Select(v => v.Text()?.ToLowerInvariant()).OfType<string>()],
            LeastBytes = Bytes(entry, "least_bytes"),
            MostBytes = Bytes(entry, "most_bytes"),
            Sha256 = Checksum(entry),
            Layers = [.. (entry.Required("layers")?.List() ?? []).Select(Layer).OfType<DataSourceLayer>()],
        };
        entry.Finish();
        Check(entry, source);
        return source;
    }

    private static void Check(YamlMapping entry, DataSource source)
    {
        if (source.LeastBytes > source.MostBytes)
            entry.Fault(new($"least_bytes {source.LeastBytes} lớn hơn most_bytes {source.MostBytes}", $"least_bytes {source.LeastBytes} is above most_bytes {source.MostBytes}"));
        if (source.Url.Contains(DataSource.KeyPlace, StringComparison.Ordinal) != source.KeyVariable is not null)
            entry.Fault(new($"địa chỉ có {DataSource.KeyPlace} cần key_variable, và chỉ địa chỉ như vậy", $"an address with {DataSource.KeyPlace} needs a key_variable, and only such an address"));
    }

    private static string Url(YamlMapping entry)
    {
        var url = Text(entry, "url");
        var readable = Uri.TryCreate(url, UriKind.Absolute, out var address);
        if (url.Length > 0 && !(readable && (address!.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))) // readable
            entry.Optional("url")!.Fault(new($"'{url}' không phải là địa chỉ https", $"'{url}' is not an https address")); // it was read above
        return url;
    }

    private static string FileName(YamlMapping entry)
    {
        var name = Text(entry, "file");
        if (name.Length > 0 && (Path.GetFileName(name) != name || name.Contains('\\') || name.StartsWith('.')))
            entry.Optional("file")!.Fault(new($"'{name}' không phải là tên tệp không kèm thư mục", $"'{name}' is not the name of a file without a folder")); // it was read above
        return name;
    }

    private static string Id(YamlMapping entry)
    {
        var id = Text(entry, "id");
        if (id.Length > 0 && !LayerIds.IsValid(id))
            entry.Optional("id")!.Fault(LayerIds.Rule(id)); // it was read above
        return id;
    }

    private static string? Checksum(YamlMapping entry)
    {
        var value = entry.Optional("sha256");
        var checksum = value?.Text();
        if (checksum is not null && (checksum.Length != 64 || !checksum.All(char.IsAsciiHexDigitLower)))
            value!.Fault(new("mã kiểm tra gồm 64 chữ số thập lục phân viết thường", "a checksum is 64 lower-case hexadecimal digits")); // a checksum was read from it
        return checksum;
    }

    private static long Bytes(YamlMapping entry, string key)
    {
        var value = entry.Required(key);
        var bytes = value?.Number(1, 1L << 45) ?? 0;
        if (bytes != Math.Floor(bytes))
            value!.Fault(new($"{key} phải là số nguyên byte", $"{key} must be a whole number of bytes")); // a number was read from it
        return (long)bytes;
    }

    private static LayerProvenance Provenance(YamlMapping entry) => new(
        Text(entry, "attribution"),
        Text(entry, "licence"),
        Text(entry, "attribution"),
        Text(entry, "date"),
        entry.Required("status")?.OneOf(Statuses) ?? default,
        entry.Optional("accuracy_m")?.Number(0));

    private static DataSourceLayer? Layer(YamlValue value)
    {
        if (value.Mapping() is not { } layer)
            return null;
        var read = new DataSourceLayer(Id(layer), layer.Required("kind")?.OneOf(Kinds) ?? default, Bilingual(layer.Required("how")));
        layer.Finish();
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

    private static string Text(YamlMapping mapping, string key) => mapping.Required(key)?.Text() ?? "";
}
