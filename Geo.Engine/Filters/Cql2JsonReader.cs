using System.Text.Json;

namespace Geo.Engine.Filters;

/// <summary>Reads expressions of CQL2-JSON: each kind of object is known by its telling member.</summary>
internal static class Cql2JsonReader
{
    private static readonly FilterWords Expression = new(
        "một biểu thức (chuỗi, số, true, false, mảng, hoặc đối tượng có op, property, date, timestamp, interval, bbox hay type)",
        "an expression (a string, number, true, false, array, or an object with op, property, date, timestamp, interval, bbox or type)");

    /// <summary>The filter, its size unchecked but for what would overflow the stack.</summary>
    /// <exception cref="FilterException">It is not CQL2-JSON.</exception>
    public static FilterExpression Read(JsonElement json) => Read(new JsonPlace(json, ""), 1);

    private static FilterExpression Read(JsonPlace json, int depth)
    {
        if (depth > FilterLimits.DeepestNesting)
            throw FilterLimits.TooDeep(json.Place);
        return json.Value.ValueKind switch
        {
            JsonValueKind.Object => ReadObject(json, depth),
            JsonValueKind.Array => new ArrayExpression(ReadAll(json, depth + 1), json.Place),
            JsonValueKind.String => new Literal(json.Text(), json.Place),
            JsonValueKind.Number => new Literal(json.Value.TryGetInt64(out var whole) ? (object)whole : json.Number(), json.Place),
            JsonValueKind.True or JsonValueKind.False => new Literal(json.Value.GetBoolean(), json.Place),
            _ => throw json.Wrong(Expression),
        };
    }

    private static IReadOnlyList<FilterExpression> ReadAll(JsonPlace json, int depth) => [.. json.Elements().Select(element => Read(element, depth))];

    private static FilterExpression ReadObject(JsonPlace json, int depth)
    {
        var members = new JsonMembers(json);
        if (members.Take("op") is { } name)
            return ReadOperation(json, name, members, depth);
        if (members.Take("type") is { } type)
            return new GeometryLiteral(Cql2JsonGeometry.Read(json, type, members, mayBeCollection: true), json.Place);
        return members.TakeOnly("property", "date", "timestamp", "interval", "bbox") switch
        {
            ("property", var value) => new PropertyReference(ReadName(value), json.Place),
            ("date", var value) => FilterInstants.ReadDate(value.Text(), json.Place),
            ("timestamp", var value) => FilterInstants.ReadMoment(value.Text(), json.Place),
            ("interval", var value) => ReadInterval(value, json.Place, depth),
            ("bbox", var value) => new BoxLiteral(ReadBox(value), json.Place),
            _ => throw json.Wrong(Expression),
        };
    }

    private static Operation ReadOperation(JsonPlace json, JsonPlace name, JsonMembers members, int depth)
    {
        var arguments = members.Require("args");
        members.RefuseOthers();
        var operation = name.Text();
        if (!OperationRules.IsOperator(operation) && !FilterCharacters.IsPlainName(operation))
            throw name.Wrong(new("một toán tử của CQL2 hoặc tên hàm", "an operator of CQL2 or the name of a function"));
        return OperationRules.Create(operation, ReadAll(arguments, depth + 1), json.Place);
    }

    private static string ReadName(JsonPlace json) => json.Text() is { Length: > 0 } name ? name : throw json.Wrong(new("tên một thuộc tính", "the name of a property"));

    private static IntervalExpression ReadInterval(JsonPlace json, FilterPlace place, int depth)
    {
        var ends = json.Elements().ToArray();
        return ends.Length == 2
            ? new IntervalExpression(ReadEnd(ends[0], depth + 1), ReadEnd(ends[1], depth + 1), place)
            : throw json.Wrong(new("một mảng có đúng hai phần tử", "an array of exactly two elements"));
    }

    private static FilterExpression? ReadEnd(JsonPlace json, int depth)
    {
        if (json.Value.ValueKind == JsonValueKind.String)
            return FilterInstants.ReadEnd(json.Text(), json.Place);
        var end = Read(json, depth);
        return end is PropertyReference || (end is Operation operation && !OperationRules.IsOperator(operation.Operator))
            ? end
            : throw json.Wrong(new("ngày, thời điểm, '..', thuộc tính hoặc hàm", "a date, a moment, '..', a property or a function"));
    }

    private static double[] ReadBox(JsonPlace json)
    {
        double[] numbers = [.. json.Elements().Select(element => element.Number())];
        return numbers.Length is 4 or 6 ? numbers : throw json.Wrong(new("một mảng có 4 hoặc 6 số", "an array of four or six numbers"));
    }
}
