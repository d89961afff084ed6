using Geo.Engine.Features;

namespace Geo.Engine.Formats.Studies;

/// <summary>Joins planning units to the layer that has their outlines.</summary>
public static class MarxanLayer
{
    private const int ProblemsShown = 20;

    /// <summary>A layer with the outlines of another and the columns <c>pu_id</c>, <c>cost</c>, <c>status</c>, and <c>amount_N</c> for each feature; or why there is none.</summary>
    /// <param name="store">Holds the outlines.</param>
    /// <param name="outlines">The layer of outlines.</param>
    /// <param name="idColumn">Its column with the numbers of the units.</param>
    /// <param name="id">Id of the new layer.</param>
    /// <param name="study">The units.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<(LayerContent? Layer, IReadOnlyList<BilingualText> Problems)> JoinAsync(
        IFeatureStore store, Layer outlines, string idColumn, string id, MarxanStudy study, CancellationToken cancellation)
    {
        if (!LayerIds.IsValid(id))
            return (null, [LayerIds.Rule(id)]);
        if (id == outlines.Definition.Id)
            return (null, [new($"lớp '{id}' giữ các đường bao; lớp mới cần một mã khác", $"the layer '{id}' holds the outlines; the new one needs another id")]);
        var columns = outlines.Definition.Properties.Select(p => p.Name).ToList();
        var place = columns.IndexOf(idColumn);
        if (place < 0)
            return (null, [new($"lớp '{outlines.Definition.Id}' không có cột '{idColumn}'; có: {string.Join(", ", columns)}", $"the layer '{outlines.Definition.Id}' has no column '{idColumn}'; it has {string.Join(", ", columns)}")]);
        var (units, joined, problems) = (study.Units.ToDictionary(u => u.Id), new List<Feature>(), new List<BilingualText>());
        await foreach (var feature in store.ReadAsync(outlines, FeatureQuery.All, cancellation))
            if (Number(feature.Values[place]) is not { } number || !units.Remove(number, out var unit))
                problems.Add(new($"đối tượng {feature.Id} của lớp '{outlines.Definition.Id}': {idColumn} = {feature.Values[place]} không có trong tệp đơn vị, hoặc có hai lần trong lớp", $"feature {feature.Id} of the layer '{outlines.Definition.Id}': {idColumn} = {feature.Values[place]} is not in the file of units, or twice in the layer"));
            else
                joined.Add(feature with { Values = [unit.Id, unit.Cost, (long)unit.Status, .. study.Features.Select(f => (object?)study.Amounts.GetValueOrDefault((unit.Id, f.Id)))] });
        problems.AddRange(units.Values.Select(u => new BilingualText($"đơn vị {u.Id} (dòng {u.Line}) không có trong lớp '{outlines.Definition.Id}'", $"unit {u.Id} (line {u.Line}) is not in the layer '{outlines.Definition.Id}'")));
        return problems.Count > 0 ? (null, Cut(problems)) : (new LayerContent(Definition(outlines.Definition, id, study), joined.ToAsyncEnumerable()), []);
    }

    private static List<BilingualText> Cut(List<BilingualText> problems) => problems.Count <= ProblemsShown
        ? problems
        : [.. problems.Take(ProblemsShown), new($"… và {problems.Count - ProblemsShown} lỗi nữa", $"… and {problems.Count - ProblemsShown} more")];

    private static long? Number(object? value) => value switch
    {
        long whole => whole,
        double number when number == Math.Truncate(number) => (long)number,
        string text when long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var parsed) => parsed,
        _ => null,
    };

    private static LayerDefinition Definition(LayerDefinition outlines, string id, MarxanStudy study) => outlines with
    {
        Id = id,
        Title = new($"{outlines.Title.Vi}: đơn vị quy hoạch của Marxan", $"{outlines.Title.En}: planning units of Marxan"),
        Description = new("Chi phí và trạng thái của đơn vị quy hoạch, lượng của từng đối tượng bảo tồn.", "Cost and status of planning units, amounts of each conservation feature."),
        Properties =
        [
            new("pu_id", PropertyType.Integer, new("Đơn vị", "Unit")),
            new("cost", PropertyType.Number, new("Chi phí", "Cost")),
            new("status", PropertyType.Integer, new("Trạng thái (3: không được chọn)", "Status (3: must not be chosen)")),
            .. study.Features.Select(f => new PropertyDefinition(FormattableString.Invariant($"amount_{f.Id}"), PropertyType.Number, new(f.Name, f.Name))),
        ],
        Provenance = outlines.Provenance with { Source = $"{outlines.Provenance.Source}; Marxan input files" },
        TimeStartProperty = null,
        TimeEndProperty = null,
    };
}
