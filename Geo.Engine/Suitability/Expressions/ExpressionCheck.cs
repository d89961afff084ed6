using Geo.Engine.Features;

namespace Geo.Engine.Suitability.Expressions;

/// <summary>Whether an expression makes sense: amounts are reckoned with, codes only asked for, truth combined, and units that are known agree.</summary>
/// <param name="names">What the names stand for.</param>
public sealed class ExpressionCheck(IReadOnlyDictionary<string, ExpressionQuantity> names)
{
    private readonly List<ExpressionFault> _faults = [];

    /// <summary>What the expression gives, and all that is wrong with it.</summary>
    public (ExpressionQuantity Quantity, IReadOnlyList<ExpressionFault> Faults) Judge(ExpressionNode expression) => (Of(expression), _faults);

    private ExpressionQuantity Of(ExpressionNode node) => node switch
    {
        ExpressionNode.Name name => names[name.Of],
        ExpressionNode.Applied applied => Of(applied, [.. applied.Operands.Select(Of)]),
        _ => new(ExpressionKind.Number, null),
    };

    private ExpressionQuantity Of(ExpressionNode.Applied node, ExpressionQuantity[] parts)
    {
        switch (node.Operation)
        {
            case ExpressionOperation.And or ExpressionOperation.Or or ExpressionOperation.Not:
                Require(node, parts, ExpressionKind.Truth);
                return new(ExpressionKind.Truth, null);
            case ExpressionOperation.Known:
                return new(ExpressionKind.Truth, null);
            case ExpressionOperation.Equal or ExpressionOperation.NotEqual when parts.Any(p => p.Kind == ExpressionKind.Code):
                Codes(node, parts);
                return new(ExpressionKind.Truth, null);
            case >= ExpressionOperation.Less and <= ExpressionOperation.NotEqual:
                Require(node, parts, ExpressionKind.Number);
                OneUnit(node, parts);
                return new(ExpressionKind.Truth, null);
            case ExpressionOperation.If:
                return Choice(node, parts);
            default:
                Require(node, parts, ExpressionKind.Number);
                return new(ExpressionKind.Number, Unit(node, parts));
        }
    }

    private ExpressionQuantity Choice(ExpressionNode.Applied node, ExpressionQuantity[] parts)
    {
        if (parts[0].Kind != ExpressionKind.Truth)
            _faults.Add(new(node.Operands[0].Position, new("if cần một điều kiện đúng hoặc sai làm đối số đầu", "if needs something true or false as its first argument")));
        var (yes, no) = (parts[1], parts[2]);
        if (yes.Kind == ExpressionKind.Code || no.Kind == ExpressionKind.Code)
            Require(node, [yes, no], ExpressionKind.Number);
        else if (yes.Kind != no.Kind)
            _faults.Add(new(node.Operands[2].Position, new("hai nhánh của if phải cùng là số hoặc cùng là đúng/sai", "both branches of if must be numbers, or both true or false")));
        return new(yes.Kind == ExpressionKind.Truth ? ExpressionKind.Truth : ExpressionKind.Number, OneUnit(node, [yes, no]));
    }

    private string? Unit(ExpressionNode.Applied node, ExpressionQuantity[] parts)
    {
        switch (node.Operation)
        {
            case ExpressionOperation.Add or ExpressionOperation.Subtract or ExpressionOperation.Minimum or ExpressionOperation.Maximum or ExpressionOperation.Clamp:
                return OneUnit(node, parts);
            case ExpressionOperation.Negate or ExpressionOperation.Absolute:
                return parts[0].Unit;
            case ExpressionOperation.Multiply when node.Operands[0] is ExpressionNode.Number:
                return parts[1].Unit;
            case ExpressionOperation.Multiply or ExpressionOperation.Divide when node.Operands[1] is ExpressionNode.Number:
                return parts[0].Unit;
            default:
                return null;
        }
    }

    private string? OneUnit(ExpressionNode.Applied node, ExpressionQuantity[] parts)
    {
        var units = parts.Select(p => p.Unit).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (units.Count > 1)
            _faults.Add(new(node.Position, new($"không cộng hay so sánh {units[0]} với {units[1]}", $"{units[0]} cannot be added to or compared with {units[1]}")));
        return units.FirstOrDefault();
    }

    private void Require(ExpressionNode.Applied node, ExpressionQuantity[] parts, ExpressionKind kind)
    {
        var wrong = Array.FindIndex(parts, p => p.Kind != kind);
        if (wrong >= 0)
            _faults.Add(new(PlaceOf(node, wrong), Message(parts[wrong].Kind, kind)));
    }

    // A choice is judged by its branches, which begin with its second operand.
    private static int PlaceOf(ExpressionNode.Applied node, int part) =>
        node.Operands[node.Operation == ExpressionOperation.If ? part + 1 : part].Position;

    private static BilingualText Message(ExpressionKind found, ExpressionKind needed) => (found, needed) switch
    {
        (ExpressionKind.Code, _) => new("mã phân loại không phải là lượng đo; chỉ so sánh bằng == hoặc != với một mã", "codes of categories are not amounts; ask by == or != for a code"),
        (_, ExpressionKind.Truth) => new("cần đúng hoặc sai, không phải số; hãy so sánh số đó", "something true or false is needed, not a number; compare the number"),
        _ => new("cần số, không phải đúng/sai; hãy dùng if(điều kiện, a, b)", "a number is needed, not something true or false; use if(condition, a, b)"),
    };

    private void Codes(ExpressionNode.Applied node, ExpressionQuantity[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
            if (parts[i].Kind != ExpressionKind.Code && !(node.Operands[i] is ExpressionNode.Number { Value: var value } && value == Math.Truncate(value)))
                _faults.Add(new(node.Operands[i].Position, new("mã phân loại chỉ so sánh với một số nguyên", "a code is compared with a whole number only")));
    }
}
