using System.Globalization;
using Geo.Engine.Features;

namespace Geo.Engine.Suitability.Expressions;

/// <summary>
/// Reads expressions over layers. The language is small and closed: numbers, names, + - * / ^, comparisons, and, or, not, and a list of functions. Nothing is
/// evaluated as code, and length, nodes and depth are bounded before anything is computed. Names that are not plain words (letters, digits, underscores)
/// stand in square brackets: <c>[land-cover]</c>.
/// </summary>
/// <remarks>
/// expression = and { "or" and }; and = not { "and" not }; not = "not" not | comparison; comparison = sum [ ("&lt;" | "&lt;=" | ">" | ">=" | "==" | "!=") sum ];
/// sum = product { ("+" | "-") product }; product = signed { ("*" | "/") signed }; signed = "-" signed | power; power = primary [ "^" signed ];
/// primary = number | name | function "(" expression { "," expression } ")" | "(" expression ")".
/// </remarks>
public sealed class ExpressionReader
{
    /// <summary>Most characters of an expression.</summary>
    public const int MostCharacters = 4_000;

    /// <summary>Most nodes.</summary>
    public const int MostNodes = 400;

    /// <summary>Deepest nesting.</summary>
    public const int MostDepth = 40;

    private static readonly Dictionary<string, (ExpressionOperation Operation, int Least, int Most)> Functions = new(StringComparer.Ordinal)
    {
        ["min"] = (ExpressionOperation.Minimum, 2, 16),
        ["max"] = (ExpressionOperation.Maximum, 2, 16),
        ["abs"] = (ExpressionOperation.Absolute, 1, 1),
        ["sqrt"] = (ExpressionOperation.SquareRoot, 1, 1),
        ["exp"] = (ExpressionOperation.Exponential, 1, 1),
        ["log"] = (ExpressionOperation.Logarithm, 1, 1),
        ["if"] = (ExpressionOperation.If, 3, 3),
        ["clamp"] = (ExpressionOperation.Clamp, 3, 3),
        ["known"] = (ExpressionOperation.Known, 1, 1),
    };

    private static readonly Dictionary<string, ExpressionOperation> Comparisons = new(StringComparer.Ordinal)
    {
        ["<"] = ExpressionOperation.Less,
        ["<="] = ExpressionOperation.LessOrEqual,
        [">"] = ExpressionOperation.Greater,
        [">="] = ExpressionOperation.GreaterOrEqual,
        ["=="] = ExpressionOperation.Equal,
        ["!="] = ExpressionOperation.NotEqual,
    };

    private static readonly Dictionary<string, ExpressionOperation> Sums =
        new(StringComparer.Ordinal) { ["+"] = ExpressionOperation.Add, ["-"] = ExpressionOperation.Subtract };

    private static readonly Dictionary<string, ExpressionOperation> Products =
        new(StringComparer.Ordinal) { ["*"] = ExpressionOperation.Multiply, ["/"] = ExpressionOperation.Divide };

    private readonly IReadOnlyList<ExpressionToken> _words;
    private int _next;
    private int _nodes;
    private int _depth;

    private ExpressionReader(string text) => _words = ExpressionWords.Of(text);

    private ExpressionToken Word => _words[_next];

    /// <summary>Names of the functions.</summary>
    public static IReadOnlyCollection<string> FunctionNames => Functions.Keys;

    /// <summary>The expression, or the first fault of its text.</summary>
    public static (ExpressionNode? Expression, ExpressionFault? Fault) Read(string text)
    {
        if (text.Length > MostCharacters)
            return (null, new(1, new($"biểu thức có {text.Length} ký tự; tối đa {MostCharacters}", $"the expression has {text.Length} characters; at most {MostCharacters} are allowed")));
        try
        {
            var reader = new ExpressionReader(text);
            var expression = reader.Or();
            return reader.Word.Kind == ExpressionTokenKind.End ? (expression, null) : (null, reader.Unexpected());
        }
        catch (ExpressionException broken)
        {
            return (null, broken.Fault);
        }
    }

    private ExpressionNode Or()
    {
        var left = And();
        while (Take("or") is { } word)
            left = Node(word, ExpressionOperation.Or, left, And());
        return left;
    }

    private ExpressionNode And()
    {
        var left = Not();
        while (Take("and") is { } word)
            left = Node(word, ExpressionOperation.And, left, Not());
        return left;
    }

    private ExpressionNode Not() => Take("not") is { } word ? Nested(() => Node(word, ExpressionOperation.Not, Not())) : Comparison();

    private ExpressionNode Comparison()
    {
        var left = Chain(Sums, () => Chain(Products, Signed));
        if (!Comparisons.TryGetValue(Word.Text, out var comparison) || Word.Kind != ExpressionTokenKind.Sign)
            return left;
        var word = Take();
        var compared = Node(word, comparison, left, Chain(Sums, () => Chain(Products, Signed)));
        return Word.Kind == ExpressionTokenKind.Sign && Comparisons.ContainsKey(Word.Text)
            ? throw Broken(Word.Position, new($"không so sánh nối tiếp; hãy viết a {Word.Text} b and b {Word.Text} c", $"comparisons do not follow one another; write a {Word.Text} b and b {Word.Text} c"))
            : compared;
    }

    private ExpressionNode Chain(Dictionary<string, ExpressionOperation> signs, Func<ExpressionNode> part)
    {
        var left = part();
        while (Word.Kind == ExpressionTokenKind.Sign && signs.TryGetValue(Word.Text, out var operation))
            left = Node(Take(), operation, left, part());
        return left;
    }

    private ExpressionNode Signed() => Take("-") is { } word ? Nested(() => Node(word, ExpressionOperation.Negate, Signed())) : Power();

    private ExpressionNode Power()
    {
        var left = Primary();
        return Take("^") is { } word ? Nested(() => Node(word, ExpressionOperation.Power, left, Signed())) : left;
    }

    private ExpressionNode Primary()
    {
        var word = Take();
        switch (word.Kind)
        {
            case ExpressionTokenKind.Number:
                return Number(word);
            case ExpressionTokenKind.Name when Word is { Kind: ExpressionTokenKind.Sign, Text: "(" }:
                return Call(word);
            case ExpressionTokenKind.Name when word.Text is not ("and" or "or" or "not"):
                Count(word);
                return new ExpressionNode.Name(word.Position, word.Text);
            case ExpressionTokenKind.Sign when word.Text == "(":
                var inner = Nested(Or);
                Expect(")");
                return inner;
            default:
                _next--;
                throw new ExpressionException(Unexpected());
        }
    }

    private ExpressionNode.Number Number(ExpressionToken word)
    {
        Count(word);
        return double.TryParse(word.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new ExpressionNode.Number(word.Position, value)
            : throw Broken(word.Position, new($"'{word.Text}' không phải là số", $"'{word.Text}' is not a number"));
    }

    private ExpressionNode.Applied Call(ExpressionToken word)
    {
        if (!Functions.TryGetValue(word.Text, out var function))
            throw Broken(word.Position, new($"'{word.Text}' không phải là hàm; được phép: {string.Join(", ", Functions.Keys)}", $"'{word.Text}' is not a function; allowed: {string.Join(", ", Functions.Keys)}"));
        Expect("(");
        var operands = new List<ExpressionNode> { Nested(Or) };
        while (Take(",") is not null)
            operands.Add(Nested(Or));
        Expect(")");
        if (operands.Count >= function.Least && operands.Count <= function.Most)
            return Node(word, function.Operation, [.. operands]);
        var allowed = function.Least == function.Most ? $"{function.Least}" : $"{function.Least}–{function.Most}";
        throw Broken(word.Position, new($"{word.Text} nhận {allowed} đối số, không phải {operands.Count}", $"{word.Text} takes {allowed} arguments, not {operands.Count}"));
    }

    private ExpressionNode Nested(Func<ExpressionNode> read)
    {
        if (++_depth > MostDepth)
            throw Broken(Word.Position, new($"lồng sâu hơn {MostDepth} tầng", $"nested deeper than {MostDepth}"));
        var node = read();
        _depth--;
        return node;
    }

    private ExpressionNode.Applied Node(ExpressionToken word, ExpressionOperation operation, params IReadOnlyList<ExpressionNode> operands)
    {
        Count(word);
        return new(word.Position, operation, operands);
    }

    private void Count(ExpressionToken word)
    {
        if (++_nodes > MostNodes)
            throw Broken(word.Position, new($"biểu thức có hơn {MostNodes} phần", $"the expression has more than {MostNodes} parts"));
    }

    private ExpressionToken Take() => Word.Kind == ExpressionTokenKind.End ? throw new ExpressionException(Unexpected()) : _words[_next++];

    private ExpressionToken? Take(string text) =>
        Word.Text == text && Word.Kind is (ExpressionTokenKind.Sign or ExpressionTokenKind.Name) ? _words[_next++] : null;

    private void Expect(string sign)
    {
        if (Take(sign) is null)
            throw Broken(Word.Position, new($"thiếu '{sign}' trước {Found("vi")}", $"'{sign}' is missing before {Found("en")}"));
    }

    private ExpressionFault Unexpected() => new(Word.Position, new($"không hiểu {Found("vi")} ở đây", $"{Found("en")} means nothing here"));

    private string Found(string language) => (Word.Kind, language) switch
    {
        (ExpressionTokenKind.End, "vi") => "phần cuối của biểu thức",
        (ExpressionTokenKind.End, _) => "the end of the expression",
        _ => $"'{Word.Text}'",
    };

    private static ExpressionException Broken(int position, BilingualText message) => new(new ExpressionFault(position, message));

    /// <summary>Leaves the reader from any depth; never leaves <see cref="Read"/>.</summary>
    private sealed class ExpressionException(ExpressionFault fault) : Exception(fault.Text.En)
    {
        public ExpressionFault Fault { get; } = fault;
    }
}
