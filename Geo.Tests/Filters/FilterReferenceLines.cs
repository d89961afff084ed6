using System.Text.Json;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Filters;

/// <summary>The standard's own filters in both encodings, one a line.</summary>
internal static class FilterReferenceLines
{
    /// <summary>Text and JSON of every line of a file.</summary>
    public static TheoryData<string, string> Of(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Repository.Shared("reference", "cql2", file)))
        {
            using var json = JsonDocument.Parse(line);
            data.Add(json.RootElement.GetProperty("text").GetString()!, json.RootElement.GetProperty("json").GetRawText()); // every line has both
        }

        return data;
    }
}
