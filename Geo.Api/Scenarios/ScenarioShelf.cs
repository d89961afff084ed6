using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Scenarios;

namespace Geo.Api.Scenarios;

/// <summary>The scenarios kept in a store, as documents <c>scenarios/{id}.yaml</c>.</summary>
internal sealed class ScenarioShelf(IFeatureStore store)
{
    private const string Folder = "scenarios/";
    private const string Suffix = ".yaml";

    /// <summary>Identifiers of all scenarios, in ordinal order.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation)
    {
        var names = await store.ListDocumentsAsync(Folder, cancellation);
        return [.. names.Where(n => n.EndsWith(Suffix, StringComparison.Ordinal)).Select(n => n[Folder.Length..^Suffix.Length])];
    }

    /// <summary>The text of a scenario; null when there is none.</summary>
    public async Task<string?> TextAsync(string id, CancellationToken cancellation)
    {
        if (id.Contains('\0', StringComparison.Ordinal) || await store.FindDocumentAsync(Folder + id + Suffix, cancellation) is not { } document)
            return null;
        return Encoding.UTF8.GetString(document.Content.Span);
    }

    /// <summary>A scenario as read, with everything that is wrong with it; null when there is none.</summary>
    public async Task<ScenarioParse?> FindAsync(string id, CancellationToken cancellation) =>
        await TextAsync(id, cancellation) is { } yaml ? await ReadAsync(yaml, id + Suffix, cancellation) : null;

    /// <summary>A scenario out of a text, over the scenarios of the shelf that it stands on.</summary>
    public Task<ScenarioParse> ReadAsync(string yaml, string sourceName, CancellationToken cancellation) => ScenarioBase.ParseAsync(yaml, sourceName, TextAsync, cancellation);

    /// <summary>The manifest of the last run; null when it was never run.</summary>
    public async Task<StoredDocument?> RunAsync(string scenarioId, CancellationToken cancellation) =>
        scenarioId.Contains('\0', StringComparison.Ordinal) ? null : await store.FindDocumentAsync($"runs/{scenarioId}/run.json", cancellation);
}
