using System.Globalization;
using System.Text.RegularExpressions;
using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Expressions;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads one of a theme's <c>constraints:</c>: a <c>mask:</c> or an <c>expr:</c>.</summary>
internal static partial class ConstraintReader
{
    private static readonly Dictionary<string, bool> Rules = new() { ["exclude"] = true, ["require"] = false };

    /// <summary>The constraint, or null with the reasons among the problems.</summary>
    public static Constraint? Read(YamlValue value, ReadingContext context)
    {
        if (value.Mapping() is not { } mapping)
            return null;
        var id = ReadingContext.Identifier(mapping.Required("id"));
        var title = ReadingContext.Bilingual(mapping.Required("title"));
        var legal = ReadingContext.Bilingual(mapping.Optional("legal"));
        var rule = mapping.Optional("expr") is { } expression ? Unless(expression, context) : Mask(mapping, context);
        var evidence = context.Evidence(mapping);
        mapping.Finish();
        return id is null || title is null || rule is null
            ? null
            : new Constraint { Id = id, Title = title, Rule = rule, LegalSource = legal, Evidence = evidence };
    }

    private static ConstraintRule? Mask(YamlMapping mapping, ReadingContext context)
    {
        var mask = mapping.Required("mask");
        var rule = mapping.Optional("rule");
        var exclude = rule?.OneOf(Rules) ?? true;
        var buffer = mapping.Optional("buffer_m")?.Number(0, 100_000) ?? 0;
        var values = mapping.Optional("values");
        var layer = context.Layer(mask);
        if (layer?.Features is { } features)
        {
            if (layer.IsShare)
                ReadingContext.RefuseShare(mask!, layer); // it named a layer
            values?.Fault(new("values chỉ dùng cho lưới phân loại", "values are for categorical grids"), new("dùng where: trong lớp", "use where: in the layer"));
            return exclude ? new ConstraintRule.NearFeatures(features, buffer) : new ConstraintRule.AwayFromFeatures(features, buffer);
        }
        if (layer?.Grid is not { } grid)
            return null;
        if (!grid.IsCategorical)
            mask!.Fault(new($"'{layer.Name}' không phải là lưới phân loại", $"'{layer.Name}' is not categorical"), new("với lưới liên tục hãy viết expr: \"tên >= số\"", "write expr: \"name >= number\" for a continuous grid")); // it named a layer
        if (!exclude)
            rule!.Fault(new("'require' dùng cho lớp vectơ; hãy liệt kê các mã cần loại", "'require' is for vector layers; list the codes to exclude")); // false was read from it
        return DerivedSection.Codes(values ?? mapping.Required("values")) is { } codes ? new ConstraintRule.InCategories(grid, codes, buffer) : null;
    }

    /// <summary>A name compared with a number, or any condition over names.</summary>
    private static ConstraintRule? Unless(YamlValue expression, ReadingContext context)
    {
        if (expression.Text() is not { } text)
            return null;
        if (Comparison(text) is var (name, comparison, limit) && context.IsAmount(name))
            return context.Measure(expression, name) is { } measure ? new ConstraintRule.Unless(measure, comparison, limit) : null;
        if (ExpressionReader.Read(text).Fault is { } fault)
        {
            expression.Fault(new($"'{text}' không phải là điều kiện; {fault.Text.Vi}", $"'{text}' is not a condition; {fault.Text.En}"), new("hãy viết chẳng hạn \"salinity >= 3 and cover != 4\"", "write for example \"salinity >= 3 and cover != 4\""));
            return null;
        }
        if (CalculationReader.Calculated(expression, context) is not { } condition)
            return null;
        if (!condition.IsTruth)
            expression.Fault(new($"'{text}' không phải là điều kiện mà là một con số; hãy so sánh nó", $"'{text}' is not a condition but a number; compare it"));
        return new ConstraintRule.UnlessTrue(condition);
    }

    private static (string Name, Comparison Comparison, double Limit)? Comparison(string text)
    {
        var parts = Condition().Match(text);
        if (!parts.Success || !double.TryParse(parts.Groups[3].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit) || !double.IsFinite(limit))
            return null;
        var comparison = parts.Groups[2].Value switch
        {
            ">=" => Suitability.Comparison.GreaterOrEqual,
            ">" => Suitability.Comparison.Greater,
            "<=" => Suitability.Comparison.LessOrEqual,
            _ => Suitability.Comparison.Less,
        };
        return (parts.Groups[1].Value, comparison, limit);
    }

    [GeneratedRegex(@"^\s*([a-z0-9_-]+)\s*(>=|<=|>|<)\s*([0-9.eE+-]+)\s*$")]
    private static partial Regex Condition();
}
