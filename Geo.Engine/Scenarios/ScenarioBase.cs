using System.Security.Cryptography;
using System.Text;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios;

/// <summary>Reads scenarios that name another with <c>base:</c> and say only what is different.</summary>
public static class ScenarioBase
{
    private const int MostLevels = 8;

    /// <summary>Reads a scenario over those that it stands on; every fault is a problem, never an exception. Lines are those of the whole text, which is the scenario's <see cref="Scenario.Yaml"/>.</summary>
    /// <param name="yaml">The text of the file.</param>
    /// <param name="sourceName">File name, for messages.</param>
    /// <param name="find">The text of the scenario of an id; null when there is none.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<ScenarioParse> ParseAsync(string yaml, string sourceName, Func<string, CancellationToken, Task<string?>> find, CancellationToken cancellation)
    {
        if (BaseOf(yaml) is not { } id)
            return ScenarioFile.Parse(yaml, sourceName);
        if (await WholeAsync(id, find, [], cancellation) is not { } below)
            return new ScenarioParse(null, [new("base", new($"không có kịch bản '{id}' đọc được để làm nền, hoặc các nền xoay vòng hay quá {MostLevels} tầng", $"there is no readable scenario '{id}' to stand on, or bases go round in a circle or deeper than {MostLevels}"), null, false, sourceName)]);
        var (text, changed) = YamlOverride.Lay(below, yaml);
        var parse = ScenarioFile.Parse(Without(text), sourceName);
        var origin = new ScenarioOrigin(id, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(below))), [.. changed.Where(path => path != "base")]);
        return parse with { Scenario = parse.Scenario is { } scenario ? scenario with { Base = origin } : null };
    }

    private static async Task<string?> WholeAsync(string id, Func<string, CancellationToken, Task<string?>> find, IReadOnlyList<string> above, CancellationToken cancellation)
    {
        if (above.Count == MostLevels || above.Contains(id) || await find(id, cancellation) is not { } text || YamlText.Read(text, new List<YamlProblem>()) is not { IsMapping: true })
            return null;
        if (BaseOf(text) is not { } next)
            return text;
        return await WholeAsync(next, find, [.. above, id], cancellation) is { } below ? Without(YamlOverride.Lay(below, text).Text) : null;
    }

    private static string? BaseOf(string yaml) => YamlText.Read(yaml, new List<YamlProblem>()) is { IsMapping: true } root ? root.Mapping()?.Optional("base")?.Text() : null;

    // An empty key takes itself away.
    private static string Without(string text) => YamlOverride.Lay(text, "base:").Text;
}
