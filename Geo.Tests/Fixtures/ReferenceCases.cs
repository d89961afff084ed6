using System.Text.Json;

namespace Geo.Tests.Fixtures;

/// <summary>Published reference values: files of cases that lie beside the repository.</summary>
internal static class ReferenceCases
{
    /// <summary>One case of a file by its id.</summary>
    public static JsonElement Find(string family, string file, string id) => All(family, file).Single(c => c.GetProperty("id").GetString() == id);

    /// <summary>All cases of a file.</summary>
    public static IReadOnlyList<JsonElement> All(string family, string file)
    {
        var text = File.ReadAllText(Repository.Shared("reference", family, file));
        return [.. JsonDocument.Parse(text).RootElement.GetProperty("cases").EnumerateArray()];
    }
}
