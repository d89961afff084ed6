using Geo.Engine.Suitability;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads a criterion's <c>membership:</c>.</summary>
internal static class MembershipReader
{
    private static readonly string[] Types = ["linear", "sigmoid", "trapezoid", "small", "large", "gaussian", "near", "table", "steps", "categories"];

    private static readonly Dictionary<string, Shoulder> Shoulders =
        new() { ["linear"] = Shoulder.Linear, ["s"] = Shoulder.S, ["j"] = Shoulder.J, ["g"] = Shoulder.G };

    /// <summary>The membership, or null with the reasons among the problems.</summary>
    public static Membership? Read(YamlValue? value)
    {
        if (value?.Mapping() is not { } mapping)
            return null;
        var type = mapping.Required("type");
        var name = type?.Text();
        if (name is null)
            return null;
        if (!Types.Contains(name))
        {
            type!.Fault(new($"'{name}' không phải là hàm thuộc; được phép: {string.Join(", ", Types)}", $"'{name}' is not a membership; allowed: {string.Join(", ", Types)}"), Spelling.Hint(name, Types)); // it has text
            return null;
        }
        var membership = OfType(name, mapping);
        mapping.Finish();
        return membership;
    }

    private static Membership? OfType(string type, YamlMapping mapping) => type switch
    {
        "linear" => Slope(mapping, mapping.Optional("shoulder")?.OneOf(Shoulders) ?? Shoulder.Linear),
        "sigmoid" => Slope(mapping, Shoulder.S),
        "trapezoid" => Trapezoid(mapping),
        "table" => Table(mapping),
        "steps" => Steps(mapping),
        "categories" => Categories(mapping),
        _ => Midpoint(type, mapping),
    };

    private static Membership.Slope? Slope(YamlMapping mapping, Shoulder shoulder)
    {
        var (worst, best) = (mapping.Required("worst")?.Number(), mapping.Required("best")?.Number());
        if (worst is null || best is null)
            return null;
        if (worst == best)
            mapping.Fault(new($"worst và best đều là {worst}; chúng phải khác nhau", $"worst and best are both {worst}; they must differ"));
        return new Membership.Slope(worst.Value, best.Value, shoulder);
    }

    private static Membership.Trapezoid? Trapezoid(YamlMapping mapping)
    {
        var points = mapping.Required("points");
        var shoulder = mapping.Optional("shoulder")?.OneOf(Shoulders) ?? Shoulder.Linear;
        var numbers = points?.List()?.Select(v => v.Number()).OfType<double>().ToList();
        if (numbers is null)
            return null;
        if (numbers.Count != 4 || numbers.Zip(numbers.Skip(1)).Any(pair => pair.First > pair.Second))
        {
            points!.Fault(new("cần bốn số tăng dần: 0 dưới số thứ nhất, 1 từ số thứ hai đến số thứ ba, 0 trên số thứ tư", "four ascending numbers are needed: 0 below the first, 1 from the second to the third, 0 above the fourth")); // it gave the list
            return null;
        }
        return new Membership.Trapezoid(numbers[0], numbers[1], numbers[2], numbers[3], shoulder);
    }

    private static Membership.Table? Table(YamlMapping mapping)
    {
        var points = mapping.Required("points");
        var rows = points?.List()?.Select(row => row.List()?.ToList()).ToList();
        if (rows is null)
            return null;
        var pairs = rows.Where(row => row is { Count: 2 }).Select(row => (Value: row![0].Number(), Degree: row[1].Number(0, 1))).ToList(); // Count is 2
        if (pairs.Count != rows.Count || pairs.Count < 2 || pairs.Zip(pairs.Skip(1)).Any(p => !(p.First.Value < p.Second.Value)))
        {
            points!.Fault(new("cần ít nhất hai cặp [giá trị, mức độ] theo thứ tự giá trị tăng dần", "at least two pairs [value, degree] in ascending order of value are needed")); // it gave the list
            return null;
        }
        return pairs.All(p => p is { Value: not null, Degree: not null })
            ? new Membership.Table([.. pairs.Select(p => new TablePoint(p.Value!.Value, p.Degree!.Value))]) // both are there
            : null;
    }

    private static Membership.Steps? Steps(YamlMapping mapping)
    {
        var ranges = mapping.Required("ranges");
        var rows = ranges?.List()?.Select(row => row.List()?.ToList()).ToList();
        if (rows is null)
            return null;
        var steps = rows.Where(row => row is { Count: 3 }).Select(row => (From: row![0].Number(), To: row[1].Number(), Degree: row[2].Number(0, 1))).ToList(); // Count is 3
        if (steps.Count != rows.Count || steps.Count == 0 || steps.Any(s => s.From > s.To) || steps.Zip(steps.Skip(1)).Any(p => p.First.To > p.Second.From || (p.First.To == p.Second.From && p.Second.From == p.Second.To)))
        {
            ranges!.Fault(new("cần các bộ ba [từ, đến, mức độ] tăng dần, chỉ chạm nhau ở đầu mút", "triples [from, to, degree] are needed, ascending, which meet at their ends only")); // it gave the list
            return null;
        }
        return steps.All(s => s is { From: not null, To: not null, Degree: not null })
            ? new Membership.Steps([.. steps.Select(s => new StepRange(s.From!.Value, s.To!.Value, s.Degree!.Value))]) // all are there
            : null;
    }

    private static Membership.Categories? Categories(YamlMapping mapping)
    {
        var table = mapping.Required("table");
        var degrees = new SortedDictionary<int, double>();
        foreach (var (key, value) in table?.Mapping()?.Entries() ?? [])
            if (!int.TryParse(key, System.Globalization.CultureInfo.InvariantCulture, out var code))
                value.Fault(new($"'{key}' không phải là mã phân loại; mã là số nguyên", $"'{key}' is not the code of a category; codes are whole numbers"));
            else if (value.Number(0, 1) is { } degree)
                degrees[code] = degree;
        return table is null ? null : new Membership.Categories(degrees);
    }

    private static Membership? Midpoint(string type, YamlMapping mapping)
    {
        var positive = type is "small" or "large";
        var midpoint = mapping.Required("midpoint")?.Number(positive ? double.Epsilon : double.NegativeInfinity);
        var spread = mapping.Required("spread")?.Number(double.Epsilon);
        if (midpoint is not { } middle || spread is not { } steepness)
            return null;
        return type switch
        {
            "small" => new Membership.Small(middle, steepness),
            "large" => new Membership.Large(middle, steepness),
            "gaussian" => new Membership.Gaussian(middle, steepness),
            _ => new Membership.Near(middle, steepness),
        };
    }
}
