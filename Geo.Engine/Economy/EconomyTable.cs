using Geo.Engine.Yaml;

namespace Geo.Engine.Economy;

/// <summary>The table of activities (<c>economy.yaml</c>).</summary>
/// <param name="Activities">All activities, in the order of the file.</param>
public sealed record EconomyTable(IReadOnlyList<Activity> Activities)
{
    /// <summary>The value of <c>schema:</c> in the files this engine reads.</summary>
    public const string Schema = "soctranggeo/economy/1";

    /// <summary>The activity with an id, or null.</summary>
    public Activity? Find(string id) => Activities.FirstOrDefault(a => a.Id == id);

    /// <summary>Reads a table; null with the reasons in <paramref name="problems"/> when anything is wrong.</summary>
    /// <param name="yaml">The text of the file.</param>
    /// <param name="problems">Where faults are gathered.</param>
    public static EconomyTable? Parse(string yaml, ICollection<YamlProblem> problems)
    {
        var faultsBefore = problems.Count;
        if (YamlText.Read(yaml, problems)?.Mapping() is not { } root)
            return null;
        var schema = root.Required("schema");
        if (schema?.Text() is { } version && version != Schema)
            schema.Fault(new($"'{version}' không phải là bảng kinh tế mà chương trình đọc được; chương trình đọc {Schema}", $"'{version}' is not an economy table this engine reads; it reads {Schema}"));
        var currency = root.Required("currency");
        if (currency?.Text() is { } code && code != "VND")
            currency.Fault(new($"'{code}' không được phép; số tiền tính bằng VND", $"'{code}' is not allowed; amounts are in VND"));
        var activities = root.Required("activities")?.List()?.Select(EconomyReader.Activity).OfType<Activity>().ToList() ?? [];
        root.Finish();
        foreach (var twice in activities.GroupBy(a => a.Id).Where(g => g.Count() > 1))
            root.Fault(new($"hoạt động '{twice.Key}' xuất hiện {twice.Count()} lần", $"the activity '{twice.Key}' stands {twice.Count()} times"));
        return problems.Count == faultsBefore ? new EconomyTable(activities) : null;
    }
}
