using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Scenarios;

namespace Geo.Api.Cli;

/// <summary>Finds the scenario a person names: a file, else a scenario the store holds.</summary>
internal static class ScenarioSource
{
    private const long LargestBytes = 4 << 20;

    /// <summary>The text of the scenario, as a document named after where it was found.</summary>
    public static async Task<StoredDocument> ReadAsync(string fileOrId, IFeatureStore store, CancellationToken cancellation)
    {
        if (File.Exists(fileOrId))
            return await FileAsync(fileOrId, cancellation);
        if (await store.FindDocumentAsync($"scenarios/{fileOrId}.yaml", cancellation) is { } kept)
            return kept;
        var names = (await store.ListDocumentsAsync("scenarios/", cancellation)).Select(Path.GetFileNameWithoutExtension);
        throw new UserErrorException($"There is no file '{fileOrId}' and the store has no scenario of that id; it has: {string.Join(", ", names)}.");
    }

    /// <summary>The scenario in a document.</summary>
    /// <exception cref="ScenarioFailedException">It is faulty; lists every problem.</exception>
    public static async Task<Scenario> ParseAsync(StoredDocument document, IFeatureStore store, CancellationToken cancellation)
    {
        async Task<string?> BaseAsync(string id, CancellationToken token) =>
            await store.FindDocumentAsync($"scenarios/{id}.yaml", token) is { } kept ? Encoding.UTF8.GetString(kept.Content.Span) : null;
        var parse = await ScenarioBase.ParseAsync(Encoding.UTF8.GetString(document.Content.Span), document.Name, BaseAsync, cancellation);
        return parse.Scenario ?? throw new ScenarioFailedException(parse.Problems);
    }

    private static async Task<StoredDocument> FileAsync(string path, CancellationToken cancellation)
    {
        var size = new FileInfo(path).Length;
        if (size > LargestBytes)
            throw new UserErrorException($"The file '{path}' has {size} bytes; a scenario has at most {LargestBytes}.");
        return new StoredDocument(Path.GetFileName(path), "application/yaml", await File.ReadAllBytesAsync(path, cancellation));
    }
}
