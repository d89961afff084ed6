using Geo.Engine.Scenarios.Reading;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios;

/// <summary>Reads scenario files (<c>soctranggeo/scenario/1</c>, JSON Schema in <c>data/schema/scenario.schema.json</c>).</summary>
public static class ScenarioFile
{
    /// <summary>The value of <c>schema:</c> in the files this engine reads.</summary>
    public const string Schema = "soctranggeo/scenario/1";

    /// <summary>Reads a scenario; every fault is a problem with the path where it stands, never an exception.</summary>
    /// <param name="yaml">The text of the file.</param>
    /// <param name="sourceName">File name, for messages.</param>
    public static ScenarioParse Parse(string yaml, string sourceName)
    {
        var faults = new List<YamlProblem>();
        var context = new ReadingContext();
        var scenario = YamlText.Read(yaml, faults)?.Mapping() is { } root ? Read(root, context, yaml) : null;
        var problems = faults.Select(f => Problem(f, sourceName, false)).Concat(context.Warnings.Select(w => Problem(w, sourceName, true)));
        return new ScenarioParse(faults.Count == 0 ? scenario : null, [.. problems.OrderBy(p => p.Line)]);
    }

    private static ScenarioProblem Problem(YamlProblem fault, string sourceName, bool isWarning) =>
        new(fault.Path, fault.Message, fault.Hint, isWarning, sourceName, fault.Line);

    private static Scenario? Read(YamlMapping root, ReadingContext context, string yaml)
    {
        var schema = root.Required("schema");
        if (schema?.Text() is { } version && version != Schema)
            schema.Fault(new($"'{version}' không phải là kịch bản mà chương trình đọc được; chương trình đọc {Schema}", $"'{version}' is not a scenario this engine reads; it reads {Schema}"));
        root.Optional("base")?.Fault(new("kịch bản có base: chỉ đọc được từ kho hoặc cùng kho", "a scenario with base: is read with a store, where its base stands"));
        var id = ReadingContext.Identifier(root.Required("id"));
        var title = ReadingContext.Bilingual(root.Required("title"));
        var description = ReadingContext.Bilingual(root.Required("description"));
        var area = Area(root.Required("study_area"));
        var grid = GridSection.Read(root.Required("grid"));
        LayerSection.Read(root.Required("layers"), context);
        DerivedSection.Read(root.Optional("derived"), context);
        var zones = GridSection.Zones(root.Optional("zones"), context);
        var themesValue = root.Required("themes");
        var themes = themesValue?.Mapping()?.Entries().Select(t => ThemeReader.Read(t.Key, t.Value, zones, context)).ToList();
        if (themes is { Count: 0 })
            themesValue!.Fault(new("cần ít nhất một chủ đề", "at least one theme is needed")); // it gave the list
        var uncertainty = UncertaintySection.Read(root.Optional("uncertainty"), [.. (themes ?? []).OfType<Theme>()]);
        root.Finish();
        if (id is null || title is null || description is null || area is null || grid is null || themes is null)
            return null;
        return new Scenario
        {
            Id = id,
            Title = title,
            Description = description,
            StudyArea = area,
            Frame = grid.Value.Frame,
            HaloCells = grid.Value.HaloCells,
            Layers = [.. context.Layers.Values],
            Themes = [.. themes.OfType<Theme>()],
            Uncertainty = uncertainty,
            Yaml = yaml,
        };
    }

    private static StudyArea? Area(YamlValue? section)
    {
        if (section?.Mapping() is not { } mapping)
            return null;
        var districts = ReadingContext.Identifier(mapping.Required("districts"));
        mapping.Finish();
        return districts is null ? null : new StudyArea(districts);
    }
}
