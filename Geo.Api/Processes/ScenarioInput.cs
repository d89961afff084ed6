using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Scenarios;
using Geo.Engine.Features;
using Geo.Engine.Scenarios;

namespace Geo.Api.Processes;

/// <summary>A scenario as an input: the id of one in the store, the text of a file, or the same as a JSON document.</summary>
internal sealed class ScenarioInput(ScenarioShelf shelf)
{
    private const int MostCharacters = 1 << 20;

    /// <summary>What such an input may be.</summary>
    public static InputKind Kind { get; } = new InputKind.AnyOf(new InputKind.Text(MostCharacters), new InputKind.Document { Required = ["schema", "id", "themes"] });

    /// <summary>The scenario, or what is wrong with the input.</summary>
    public async Task<(Scenario? Scenario, ParameterFault? Fault)> FindAsync(string input, JsonElement value, CancellationToken cancellation)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText();
        var isInline = value.ValueKind == JsonValueKind.Object || text.Contains('\n', StringComparison.Ordinal);
        var parse = isInline ? await shelf.ReadAsync(text, input, cancellation) : await shelf.FindAsync(text, cancellation);
        if (parse is null)
        {
            var known = string.Join(", ", await shelf.ListAsync(cancellation));
            return (null, new ParameterFault($"inputs.{input}", text, new($"{known}; hoặc toàn văn một kịch bản", $"{known}; or the text of a scenario")));
        }
        return parse.Scenario is { } scenario ? (scenario, null) : (null, Unreadable(input, text, parse.Problems));
    }

    /// <summary>The scenario of an input that was judged.</summary>
    /// <exception cref="ProcessFailedException">It has become unreadable, or was removed, since.</exception>
    public async Task<Scenario> ReadAsync(string input, JsonElement value, CancellationToken cancellation)
    {
        var (scenario, fault) = await FindAsync(input, value, cancellation);
        return scenario ?? throw new ProcessFailedException("invalid-input", fault!.Told); // one of the two is always there
    }

    /// <summary>The theme asked for, or the first one; null with the fault when the scenario has no such theme.</summary>
    public static (Theme? Theme, ParameterFault? Fault) ThemeOf(Scenario scenario, string? asked)
    {
        if (asked is null)
            return (scenario.Themes[0], null);
        var known = string.Join(", ", scenario.Themes.Select(t => t.Id));
        return scenario.Themes.FirstOrDefault(t => t.Id == asked) is { } theme ? (theme, null) : (null, new ParameterFault("inputs.theme", asked, new(known, known)));
    }

    private static ParameterFault Unreadable(string input, string text, IEnumerable<ScenarioProblem> problems) =>
        new($"inputs.{input}", text, new ScenarioFailedException([.. problems.Where(p => !p.IsWarning)]).Text) { IsSentence = true };
}
