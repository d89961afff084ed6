using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Expressions;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads measures that are made of other measures: expressions, and months of a range.</summary>
internal static class CalculationReader
{
    private const int MostMonths = 120;

    private static readonly Dictionary<string, bool> Counts = new() { ["all"] = false, ["longest_run"] = true };

    /// <summary><c>expression</c>: an expression as a measure.</summary>
    public static Measure? Expression(YamlMapping mapping, ReadingContext context)
    {
        var text = mapping.Required("expr");
        var unit = mapping.Optional("unit")?.Text();
        context.Evidence(mapping);
        if (text is null || Calculated(text, context) is not { } calculated)
            return null;
        if (unit is not null && calculated.ValueUnit is { } found && found != unit)
            text.Fault(new($"biểu thức cho ra {found}, không phải {unit}", $"the expression gives {found}, not {unit}"));
        return calculated with { ValueUnit = unit ?? calculated.ValueUnit };
    }

    /// <summary><c>months_in_range</c> over a stack of months.</summary>
    public static Measure? MonthsInRange(YamlMapping mapping, ReadingContext context)
    {
        var from = mapping.Required("from");
        var places = from?.List();
        var months = places?.Select(context.Measure).OfType<Measure>().ToList();
        if (places is { Count: 0 or > MostMonths })
            from!.Fault(new($"có {places.Count} tháng; được phép từ 1 đến {MostMonths}", $"there are {places.Count} months; allowed are 1 to {MostMonths}")); // it gave the list
        if (months?.FindIndex(m => m is Measure.GridValue { Source.IsCategorical: true }) is >= 0 and var codes)
            places![codes].Fault(new("mã phân loại không phải là lượng đo", "codes of categories are not amounts")); // months came from it
        var (low, high) = (mapping.Required("low")?.Number(-1e9, 1e9), mapping.Required("high")?.Number(-1e9, 1e9));
        if (low > high)
            mapping.Fault(new(FormattableString.Invariant($"low là {low}, lớn hơn high là {high}"), FormattableString.Invariant($"low is {low}, above high, which is {high}")));
        var longest = mapping.Optional("count")?.OneOf(Counts) ?? false;
        context.Evidence(mapping);
        return months is not { Count: > 0 } || low is null || high is null ? null : new Measure.MonthsInRange(months, low.Value, high.Value, longest);
    }

    /// <summary>An expression with its names found and its kinds and units judged; null with the reasons among the problems.</summary>
    public static Measure.Calculated? Calculated(YamlValue place, ReadingContext context)
    {
        if (place.Text() is not { } text)
            return null;
        var (expression, fault) = ExpressionReader.Read(text);
        if (expression is null)
        {
            place.Fault(fault!.Text, new($"được phép: số, tên lớp, + - * / ^, so sánh, and, or, not, {string.Join(", ", ExpressionReader.FunctionNames)}", $"allowed: numbers, names of layers, + - * / ^, comparisons, and, or, not, {string.Join(", ", ExpressionReader.FunctionNames)}")); // without an expression there is one
            return null;
        }
        var names = expression.All().OfType<ExpressionNode.Name>().Select(n => n.Of).Distinct(StringComparer.Ordinal).ToList();
        var operands = names.Select(name => context.Measure(place, name) is { } measure ? new NamedMeasure(name, measure) : null).OfType<NamedMeasure>().ToList();
        if (operands.Count < names.Count)
            return null;
        var (quantity, faults) = new ExpressionCheck(operands.ToDictionary(o => o.Name, o => Quantity(o, context), StringComparer.Ordinal)).Judge(expression);
        foreach (var problem in faults)
            place.Fault(problem.Text);
        if (quantity.Kind == ExpressionKind.Code)
            place.Fault(new("biểu thức chỉ là mã phân loại; hãy dùng chính lớp đó", "the expression is only a code of a category; use the layer itself"));
        return new Measure.Calculated(text, operands, quantity.Kind == ExpressionKind.Truth ? "1" : quantity.Unit, quantity.Kind == ExpressionKind.Truth);
    }

    private static ExpressionQuantity Quantity(NamedMeasure operand, ReadingContext context) => operand.Measure switch
    {
        Measure.GridValue { Source.IsCategorical: true } => new(ExpressionKind.Code, null),
        Measure.GridValue => new(ExpressionKind.Number, context.Layers[operand.Name].Unit),
        Measure.Calculated { IsTruth: true } => new(ExpressionKind.Truth, null),
        _ => new(ExpressionKind.Number, operand.Measure.Unit),
    };
}
