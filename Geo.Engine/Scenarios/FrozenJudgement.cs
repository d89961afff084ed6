using System.Text.Json;
using System.Text.Json.Nodes;

namespace Geo.Engine.Scenarios;

/// <summary>
/// What makes the scores of two runs mean the same: the membership of each criterion with its numbers, and what becomes of cells without a value. Runs in which these differ are not
/// comparable, whatever their weights and rules.
/// </summary>
public sealed class FrozenJudgement
{
    private readonly IReadOnlyDictionary<string, (string Membership, string Missing)> _criteria;

    private FrozenJudgement(IReadOnlyDictionary<string, (string, string)> criteria) => _criteria = criteria;

    /// <summary>Of a theme.</summary>
    public static FrozenJudgement Of(Theme theme) => new(theme.Criteria.ToDictionary(
        c => c.Id, c => (JsonSerializer.SerializeToNode(c.Membership, ScenarioJson.Default.Membership)!.ToJsonString(), c.Missing.ToString()), StringComparer.Ordinal)); // a membership is never null

    /// <summary>Of a theme in the manifest of a run; null when the manifest is of another version.</summary>
    /// <param name="manifest">The document <c>run.json</c>.</param>
    /// <param name="themeId">The theme; the first one where there is none of that id.</param>
    public static FrozenJudgement? Of(JsonElement manifest, string? themeId)
    {
        var themes = (JsonNode.Parse(manifest.GetRawText()) as JsonObject)?["scenario"]?["themes"] as JsonArray;
        var theme = themes?.FirstOrDefault(t => t?["id"]?.ToString() == themeId) ?? themes?.FirstOrDefault();
        if (theme?["criteria"] is not JsonArray criteria || criteria.Any(c => c?["id"] is null || c["membership"] is null || c["missing"] is null))
            return null;
        return new FrozenJudgement(criteria.ToDictionary(c => c!["id"]!.ToString(), c => (c!["membership"]!.ToJsonString(), c["missing"]!.ToString()), StringComparer.Ordinal)); // all are there
    }

    /// <summary>In what two differ, criterion by criterion; empty when scores are comparable. A criterion that only one of them has makes no difference here.</summary>
    public static IReadOnlyList<BilingualText> Differences(FrozenJudgement first, FrozenJudgement second)
    {
        var differences = new List<BilingualText>();
        foreach (var (id, one) in first._criteria)
        {
            if (!second._criteria.TryGetValue(id, out var other))
                continue;
            if (one.Membership != other.Membership)
                differences.Add(new($"hàm thuộc của '{id}': {one.Membership} và {other.Membership}", $"membership of '{id}': {one.Membership} and {other.Membership}"));
            if (one.Missing != other.Missing)
                differences.Add(new($"ô thiếu giá trị của '{id}': {one.Missing} và {other.Missing}", $"missing values of '{id}': {one.Missing} and {other.Missing}"));
        }
        return differences;
    }
}
