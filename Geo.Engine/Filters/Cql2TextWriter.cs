using System.Text;

namespace Geo.Engine.Filters;

/// <summary>Writes expressions as CQL2-Text, with parentheses where binding demands them and nowhere else, so that no list of one appears unasked.</summary>
internal sealed class Cql2TextWriter(StringBuilder text)
{
    private const int Anything = 0, Conjunct = 2, Negated = 3, Operand = 5, Factor = 6, Base = 7, Tightest = 8;

    /// <summary>One expression with all in it.</summary>
    public void Write(FilterExpression expression) => Write(expression, Anything);

    private void Write(FilterExpression expression, int least)
    {
        if (Binding(expression) >= least)
        {
            WriteBare(expression);
            return;
        }

        text.Append('(');
        WriteBare(expression);
        text.Append(')');
    }

    private static int Binding(FilterExpression expression) => expression is not Operation operation ? Tightest : operation.Operator switch
    {
        FilterOperators.Or => 1,
        FilterOperators.And => Conjunct,
        FilterOperators.Not => Negated,
        FilterOperators.Like or FilterOperators.Between or FilterOperators.In or FilterOperators.IsNull => 4,
        "+" or "-" => Operand,
        "*" or "/" or "%" or "div" => Factor,
        "^" => Base,
        var name => FilterOperators.Comparisons.Contains(name) ? 4 : Tightest,
    };

    private void WriteBare(FilterExpression expression)
    {
        switch (expression)
        {
            case Literal literal: WriteLiteral(literal.Value); break;
            case PropertyReference property: text.Append(Quoted(property.Name)); break;
            case BoxLiteral box: WriteCall("BBOX", box.Values, number => text.Append(FilterNumbers.WriteOrdinate(number))); break;
            case GeometryLiteral geometry: Cql2TextGeometryWriter.Write(text, geometry.Value); break;
            case IntervalExpression interval: WriteCall("INTERVAL", [interval.Start, interval.End], WriteEnd); break;
            case ArrayExpression array: WriteCall("", array.Items, Write); break;
            case Operation operation: WriteOperation(operation); break;
            default: throw new ArgumentOutOfRangeException(nameof(expression), expression, "Not an expression of a filter.");
        }
    }

    private void WriteOperation(Operation operation)
    {
        var (name, arguments) = (operation.Operator, operation.Arguments);
        switch (name)
        {
            case FilterOperators.Or: WriteChain(" OR ", arguments, Conjunct); break;
            case FilterOperators.And: WriteChain(" AND ", arguments, Negated); break;
            case FilterOperators.Not: WriteCall("NOT ", arguments, Write); break;
            case FilterOperators.Like: WriteChain(" LIKE ", arguments, Operand); break;
            case FilterOperators.In: WriteChain(" IN ", arguments, Operand); break;
            case FilterOperators.Between: WriteBetween(arguments); break;
            case FilterOperators.IsNull: WriteIsNull(arguments[0]); break;
            case "^": WriteChain(" ^ ", arguments, Tightest); break;
            default: WriteSignOrCall(name, arguments); break;
        }
    }

    private void WriteSignOrCall(string name, IReadOnlyList<FilterExpression> arguments)
    {
        if (FilterOperators.Comparisons.Contains(name))
            WriteChain($" {name} ", arguments, Operand);
        else if (FilterOperators.Arithmetic.Contains(name))
            WriteArithmetic(name, arguments);
        else
            WriteCall(OperationRules.IsOperator(name) ? name.ToUpperInvariant() : name, arguments, Write);
    }

    /// <summary>The left operand may bind alike: signs chain to the left.</summary>
    private void WriteArithmetic(string name, IReadOnlyList<FilterExpression> arguments)
    {
        var binding = name is "+" or "-" ? Operand : Factor;
        Write(arguments[0], binding);
        text.Append(' ').Append(name.ToUpperInvariant()).Append(' ');
        Write(arguments[1], binding + 1);
    }

    private void WriteBetween(IReadOnlyList<FilterExpression> arguments)
    {
        Write(arguments[0], Operand);
        text.Append(" BETWEEN ");
        WriteChain(" AND ", arguments.Skip(1), Operand);
    }

    private void WriteIsNull(FilterExpression value)
    {
        Write(value, Operand);
        text.Append(" IS NULL");
    }

    private void WriteLiteral(object value) => text.Append(value switch
    {
        string words => $"'{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'",
        bool truth => truth ? "TRUE" : "FALSE",
        DateOnly => $"DATE('{FilterInstants.Write(value)}')",
        DateTime => $"TIMESTAMP('{FilterInstants.Write(value)}')",
        _ => FilterNumbers.Write(value),
    });

    private void WriteEnd(FilterExpression? end)
    {
        if (end is null or Literal)
            text.Append('\'').Append(end is Literal literal ? FilterInstants.Write(literal.Value) : FilterInstants.Open).Append('\'');
        else
            Write(end);
    }

    private static string Quoted(string name) => FilterCharacters.IsPlainName(name) ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void WriteChain(string between, IEnumerable<FilterExpression> operands, int least) => WriteAll(between, operands, operand => Write(operand, least));

    private void WriteCall<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        text.Append(name).Append('(');
        WriteAll(", ", items, write);
        text.Append(')');
    }

    private void WriteAll<T>(string between, IEnumerable<T> items, Action<T> write)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            text.Append(isFirst ? "" : between);
            write(item);
            isFirst = false;
        }
    }
}
