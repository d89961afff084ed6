using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Formats;

namespace Geo.Tests.Formats;

/// <summary>Writes small files into a folder of its own, imports them and reads everything.</summary>
internal sealed class ImportFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("formats-");

    /// <summary>Path of a file in the folder.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>Writes UTF-8 text without a mark.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes bytes.</summary>
    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = this[name];
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Imports a file to the end, as a store would.</summary>
    public static async Task<Imported> ImportAsync(string path, ImportOptions? options = null) =>
        await DrainAsync(await FileImport.OpenAsync(path, options ?? new ImportOptions(), TestContext.Current.CancellationToken));

    /// <summary>Reads everything of an opened source; a refusal stands in the report.</summary>
    public static async Task<Imported> DrainAsync(ImportSource source)
    {
        var features = new List<Feature>();
        try
        {
            if (source.Content is not null)
            {
                await foreach (var feature in source.Content.Features)
                    features.Add(feature);
            }
        }
        catch (ImportRefusedException) when (source.Report.IsRefused)
        {
            // The report has it.
        }

        return new Imported(source.Content?.Definition, features, source.Report);
    }

    /// <summary>Writes text to a file of that name and imports it.</summary>
    public Task<Imported> ImportTextAsync(string name, string text, ImportOptions? options = null) => ImportAsync(Write(name, text), options);

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>What came of an import.</summary>
    internal sealed record Imported(LayerDefinition? Definition, IReadOnlyList<Feature> Features, ImportReport Report)
    {
        /// <summary>The first reason for refusal.</summary>
        public string Refusal => Report.IsRefused ? Report.Refused[0].ToString() : "accepted";

        /// <summary>All warnings in one text.</summary>
        public string Warnings => string.Join('\n', Report.Warnings);
    }
}
