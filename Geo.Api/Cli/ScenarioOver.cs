using Geo.Engine.Features;
using Geo.Engine.Scenarios;
using Geo.Engine.Stores;
using Geo.Engine.Suitability;
using Geo.Engine.Yaml;

namespace Geo.Api.Cli;

/// <summary>A scenario of the store, and a new one that is laid over one of its themes.</summary>
internal sealed class ScenarioOver
{
    // Sections that are taken over as a whole, so that nothing of another method stays in them.
    private static readonly string[] Sections = ["membership", "weights", "aggregation"];

    private readonly Scenario _below;
    private readonly Theme _theme;
    private readonly string _id;

    private ScenarioOver(Scenario below, Theme theme, string id) => (_below, _theme, _id) = (below, theme, id);

    /// <summary>Reads the scenario below.</summary>
    public static async Task<ScenarioOver> OpenAsync(GeoOptions options, string baseId, string id, string theme, CancellationToken cancellation)
    {
        await using var store = FeatureStores.Create(StoreAddress.Parse(options.Store));
        await store.OpenAsync(cancellation);
        await ConsoleSteps.ShowAsync(steps => new StorePreparation(store, options).FillAsync(steps, cancellation));
        if (await store.FindDocumentAsync($"scenarios/{baseId}.yaml", cancellation) is not { } document)
            throw new UserErrorException($"The store has no scenario '{baseId}'; it has: {string.Join(", ", (await store.ListDocumentsAsync("scenarios/", cancellation)).Select(Path.GetFileNameWithoutExtension))}.");
        var below = await ScenarioSource.ParseAsync(document, store, cancellation);
        var found = below.Themes.FirstOrDefault(t => t.Id == theme)
            ?? throw new UserErrorException($"The scenario '{baseId}' has no theme '{theme}'; it has: {string.Join(", ", below.Themes.Select(t => t.Id))}.");
        return new ScenarioOver(below, found, id);
    }

    /// <summary>A criterion of the theme.</summary>
    public Criterion Criterion(string id) => _theme.Criteria.FirstOrDefault(c => c.Id == id)
        ?? throw new UserErrorException($"The theme '{_theme.Id}' has no criterion '{id}'; it has: {string.Join(", ", _theme.Criteria.Select(c => c.Id))}.");

    /// <summary>Whether what a criterion measures is a category.</summary>
    public static bool IsOfCodes(Criterion criterion) => criterion.Measure is Measure.GridValue { Source.IsCategorical: true };

    /// <summary>The criteria of the theme in its order, when they are the ones that are named.</summary>
    public IReadOnlyList<string> Order(IReadOnlyList<string> criteria)
    {
        var own = _theme.Criteria.Select(c => c.Id).ToList();
        return own.Order(StringComparer.Ordinal).SequenceEqual(criteria.Order(StringComparer.Ordinal))
            ? own
            : throw new UserErrorException($"The file is about {string.Join(", ", criteria)}; the theme '{_theme.Id}' has the criteria {string.Join(", ", own)}. Say which is which with --criteria, in the order of the file.");
    }

    /// <summary>Lines of a criterion at their place in a scenario.</summary>
    public IReadOnlyList<string> AtCriterion(string criterion, IReadOnlyList<string> lines) =>
        AtTheme(["criteria:", $"  - id: {criterion}", .. lines.Select(l => "    " + l)]);

    /// <summary>Lines of the theme at their place.</summary>
    public IReadOnlyList<string> AtTheme(IReadOnlyList<string> lines) =>
        [$"base: {_below.Id}", $"id: {_id}", "themes:", $"  {_theme.Id}:", .. lines.Select(l => "    " + l)];

    /// <summary>The text of the new scenario.</summary>
    /// <exception cref="ScenarioFailedException">Laid over the other it is faulty; lists every problem.</exception>
    public async Task<string> ScenarioAsync(IReadOnlyList<string> lines, CancellationToken cancellation)
    {
        var text = YamlOverride.Replacing(_below.Yaml, string.Join('\n', lines), Sections);
        var parse = await ScenarioBase.ParseAsync(text, _id, (id, _) => Task.FromResult(id == _below.Id ? _below.Yaml : null), cancellation);
        return parse.Scenario is null ? throw new ScenarioFailedException(parse.Problems) : text.TrimEnd();
    }
}
