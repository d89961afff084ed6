using System.Globalization;
using Geo.Engine.Economy;
using Geo.Engine.Features;
using Geo.Engine.Radio;
using Geo.Engine.Suitability;
using Geo.Engine.Yaml;
using Geo.Engine.Zoning;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Whether layers and grids are what the scenario takes them for.</summary>
internal static class InputCheck
{
    /// <summary>All problems and warnings of the inputs that could be read.</summary>
    public static IEnumerable<ScenarioProblem> Problems(Scenario scenario, ScenarioInputs inputs)
    {
        var layers = scenario.Layers.SelectMany(l => Layer(l, inputs).Concat(PlaceCheck.Problems(scenario, l, inputs)));
        var themes = scenario.Themes.SelectMany(t => Theme(t, inputs, StudyFrame.Of(scenario)));
        return StudyArea(scenario, inputs).Concat(layers).Concat(themes).Concat(RadioCheck.Problems(scenario, inputs)).ToList();
    }

    private static IEnumerable<ScenarioProblem> StudyArea(Scenario scenario, ScenarioInputs inputs)
    {
        const string Path = "study_area.districts";
        if (!inputs.Layers.TryGetValue(scenario.StudyArea.DistrictLayer, out var layer))
            yield break;
        var id = layer.Definition.Id;
        foreach (var column in new[] { "unit_code", "name_vi" })
            if (layer.Column(column) < 0)
                yield return Missing(Path, layer, column);
        if (layer.Features.Count is 0 or > ZoneExtraction.MostDistricts)
            yield return new(Path, new($"lớp '{id}' có {layer.Features.Count} đơn vị; được phép từ 1 đến {ZoneExtraction.MostDistricts}", $"layer '{id}' has {layer.Features.Count} units; allowed are 1 to {ZoneExtraction.MostDistricts}"));
        if (layer.Projected.OfType<NetTopologySuite.Geometries.Geometry>().Any(g => g.Dimension != NetTopologySuite.Geometries.Dimension.Surface))
            yield return new(Path, new($"lớp '{id}' chứa điểm hoặc đường; đơn vị hành chính là đa giác", $"layer '{id}' holds points or lines; administrative units are polygons"));
    }

    private static IEnumerable<ScenarioProblem> Layer(ScenarioLayer layer, ScenarioInputs inputs)
    {
        var path = $"layers.{layer.Name}";
        if (layer.Features is { } source && inputs.Layers.TryGetValue(source.LayerId, out var vector))
            return Vector(path, source, vector, inputs);
        if (layer.Grid is { } gridSource && inputs.Grids.TryGetValue(gridSource.GridId, out var grid))
            return Grid(path, layer, gridSource, grid);
        return [];
    }

    private static IEnumerable<ScenarioProblem> Vector(string path, FeatureSource source, LoadedLayer layer, ScenarioInputs inputs)
    {
        var unknown = source.Where.Where(c => layer.Column(c.Column) < 0).ToList();
        foreach (var condition in unknown)
            yield return Missing($"{path}.where", layer, condition.Column);
        if (unknown.Count == 0 && !inputs.Features(source).Any())
            yield return new(path, new($"không còn đối tượng nào của lớp '{source.LayerId}': lớp có {layer.Features.Count}, và where: không giữ lại đối tượng nào có hình học", $"no feature of layer '{source.LayerId}' is left: it has {layer.Features.Count}, and where: keeps none with a geometry"));
    }

    private static IEnumerable<ScenarioProblem> Grid(string path, ScenarioLayer layer, GridSource source, LoadedGrid grid)
    {
        if (source.IsCategorical != grid.Layer.IsCategorical)
            yield return new(
                $"{path}.kind", new($"lưới '{source.GridId}' là {(grid.Layer.IsCategorical ? "categorical" : "continuous")}, kịch bản coi là {(source.IsCategorical ? "categorical" : "continuous")}", $"grid '{source.GridId}' is {(grid.Layer.IsCategorical ? "categorical" : "continuous")}, the scenario takes it for {(source.IsCategorical ? "categorical" : "continuous")}"));
        if (layer.Unit is { } unit && grid.Layer.Unit is { } actual && unit != actual)
            yield return new($"{path}.unit", new($"lưới '{source.GridId}' có đơn vị {actual}, kịch bản cần {unit}", $"grid '{source.GridId}' is in {actual}, the scenario counts on {unit}"));
    }

    private static IEnumerable<ScenarioProblem> Theme(Theme theme, ScenarioInputs inputs, StudyFrame study)
    {
        var path = $"themes.{theme.Id}";
        var measures = theme.Criteria.Select((c, i) => (Path: $"{path}.criteria[{i}].layer", Measure: (Measure?)c.Measure));
        var limits = theme.Constraints.Select((c, i) => (Path: $"{path}.constraints[{i}].expr", Measure: Limited(c.Rule)));
        foreach (var (place, measure) in measures.Concat(limits))
            foreach (var problem in (measure?.All() ?? []).Distinct().SelectMany(m => Measure(place, m, inputs).Concat(MeasureCheck.Problems(place, m, inputs, study))))
                yield return problem;
        foreach (var problem in Categories(theme, path, inputs).Concat(JudgementCheck.Problems(theme)).Concat(Twice(theme, path)))
            yield return problem;
        if (theme.Activity is { } use && inputs.Economy is { } table)
            foreach (var problem in Activity(use, theme, $"{path}.economy.activity", table))
                yield return problem;
    }

    private static Measure? Limited(ConstraintRule rule) => rule switch
    {
        ConstraintRule.Unless unless => unless.Measure,
        ConstraintRule.UnlessTrue unless => unless.Condition,
        _ => null,
    };

    private static IEnumerable<ScenarioProblem> Measure(string path, Measure measure, ScenarioInputs inputs)
    {
        switch (measure)
        {
            case Measure.Interpolated stations when inputs.Layers.TryGetValue(stations.Stations.LayerId, out var layer):
                return Numeric(path, layer, [stations.Column], stations.ValueUnit);
            case Measure.Coverage coverage when inputs.Layers.TryGetValue(coverage.Masts.LayerId, out var layer):
                var columns = Numeric(path, layer, coverage.Radio.Ground is null ? Masts.Columns.Skip(1) : Masts.ColumnsOverGround, null).ToList();
                return columns.Count > 0 || coverage.Radio.Ground is not null ? columns : Radio(path, coverage, inputs);
            default:
                return [];
        }
    }

    private static IEnumerable<ScenarioProblem> Radio(string path, Measure.Coverage coverage, ScenarioInputs inputs) =>
        CoverageMap.Problems(Masts.Of(coverage, inputs), Masts.Settings(coverage.Radio)).Select(p => new ScenarioProblem(path, p));

    /// <summary>Columns that are missing, hold no numbers, or numbers of another unit.</summary>
    public static IEnumerable<ScenarioProblem> Numeric(string path, LoadedLayer layer, IEnumerable<string> columns, string? unit)
    {
        foreach (var name in columns)
        {
            var column = layer.Definition.Properties.FirstOrDefault(p => p.Name == name);
            if (column is null)
                yield return Missing(path, layer, name);
            else if (column.Type is not (PropertyType.Number or PropertyType.Integer))
                yield return new(path, new($"cột '{name}' của lớp '{layer.Definition.Id}' chứa {column.Type}; cần số", $"column '{name}' of layer '{layer.Definition.Id}' holds {column.Type}; numbers are needed"));
            else if (unit is not null && column.Unit is { } actual && actual != unit)
                yield return new(path, new($"cột '{name}' của lớp '{layer.Definition.Id}' có đơn vị {actual}, kịch bản cần {unit}", $"column '{name}' of layer '{layer.Definition.Id}' is in {actual}, the scenario counts on {unit}"));
        }
    }

    private static IEnumerable<ScenarioProblem> Categories(Theme theme, string path, ScenarioInputs inputs)
    {
        for (var i = 0; i < theme.Criteria.Count; i++)
            if (theme.Criteria[i] is { Measure: Measure.GridValue value, Membership: Membership.Categories table }
                && inputs.Grids.TryGetValue(value.Source.GridId, out var grid))
            {
                var missing = grid.Layer.Legend.Select(l => (int)l.From).Where(code => !table.Degrees.ContainsKey(code)).ToList();
                if (missing.Count > 0)
                    yield return new(
                        $"{path}.criteria[{i}].membership.table",
                        new($"thiếu mức độ cho các loại {string.Join(", ", missing.Select(c => c.ToString(CultureInfo.InvariantCulture)))} của lưới '{value.Source.GridId}'", $"no degree for the categories {string.Join(", ", missing.Select(c => c.ToString(CultureInfo.InvariantCulture)))} of grid '{value.Source.GridId}'"));
            }
    }

    private static IEnumerable<ScenarioProblem> Twice(Theme theme, string path)
    {
        // A table of categories may well give degrees to some codes while a constraint removes others.
        var graded = theme.Criteria.Where(c => c.Membership is not Membership.Categories).SelectMany(c => Sources.Of(c.Measure)).ToHashSet();
        for (var i = 0; i < theme.Constraints.Count; i++)
            if (Sources.Of(theme.Constraints[i].Rule).FirstOrDefault(graded.Contains) is { } both)
                yield return new(
                    $"{path}.constraints[{i}]", new($"'{both}' vừa loại ô vừa chấm điểm ô", $"'{both}' both removes cells and grades them"), new("chỉ tính một lần, trừ khi có chủ ý", "count it once, unless that is meant"), IsWarning: true);
    }

    private static IEnumerable<ScenarioProblem> Activity(ActivityUse use, Theme theme, string path, EconomyTable table)
    {
        var known = table.Activities.Select(a => a.Id).ToList();
        var activity = table.Find(use.ActivityId);
        if (activity is null)
            yield return new(path, new($"'{use.ActivityId}' không phải là hoạt động trong economy.yaml: {string.Join(", ", known)}", $"'{use.ActivityId}' is not an activity of economy.yaml: {string.Join(", ", known)}"), Spelling.Hint(use.ActivityId, known));
        if (activity?.Basis == ActivityBasis.Person && theme.Population is null)
            yield return new(path, new($"'{use.ActivityId}' tính theo dân số, nhưng chủ đề không có population:", $"'{use.ActivityId}' is counted by people, but the theme has no population:"));
    }

    private static ScenarioProblem Missing(string path, LoadedLayer layer, string column)
    {
        var known = layer.Definition.Properties.Select(p => p.Name).ToList();
        return new(path, new($"lớp '{layer.Definition.Id}' không có cột '{column}'; lớp có {string.Join(", ", known)}", $"layer '{layer.Definition.Id}' has no column '{column}'; it has {string.Join(", ", known)}"), Spelling.Hint(column, known));
    }
}
