using System.Globalization;

namespace Geo.Engine.Filters;

/// <summary>What the operators of the language demand of their arguments by their form; what they mean, and types, are judged with the layer.</summary>
internal static class OperationRules
{
    private static readonly Dictionary<string, OperationRule> Known = Rules().ToDictionary(rule => rule.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The operation by its canonical name.</summary>
    /// <param name="name">Name in any case; a name that is no operator's is a function's and kept as it is.</param>
    /// <param name="arguments">What it is applied to.</param>
    /// <param name="place">Where it stands.</param>
    /// <exception cref="FilterException">The number of arguments is wrong, or a list or pattern stands where none may.</exception>
    public static Operation Create(string name, IReadOnlyList<FilterExpression> arguments, FilterPlace place)
    {
        if (!Known.TryGetValue(name, out var rule))
            return new Operation(name, arguments, place);
        if (arguments.Count < rule.Least || arguments.Count > rule.Most)
            throw WrongCount(rule, arguments.Count, place);
        CheckForm(rule.Name, arguments);
        return new Operation(rule.Name, arguments, place);
    }

    /// <summary>Whether it is an operator of the language.</summary>
    public static bool IsOperator(string name) => Known.ContainsKey(name);

    /// <summary>Whether its arguments may be lists: the array operators, and functions.</summary>
    public static bool TakesLists(string name) => !IsOperator(name) || FilterOperators.Arrays.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The spelling of CQL2-JSON, which has capitals within some names.</summary>
    public static string JsonName(string canonical) => Known.TryGetValue(canonical, out var rule) ? rule.JsonName : canonical;

    private static void CheckForm(string name, IReadOnlyList<FilterExpression> arguments)
    {
        if (name == FilterOperators.In)
        {
            RefuseLists(arguments.Take(1).Concat(ItemsOf(arguments[1])));
            return;
        }

        if (!TakesLists(name))
            RefuseLists(arguments);
        if (name == FilterOperators.Like && !IsPattern(arguments[1]))
            throw NoPattern(arguments[1].Place);
    }

    private static IReadOnlyList<FilterExpression> ItemsOf(FilterExpression list) => list is ArrayExpression array
        ? array.Items
        : throw new FilterException(list.Place, "Sau IN phải là một danh sách giá trị.", "IN is followed by a list of values.");

    private static void RefuseLists(IEnumerable<FilterExpression> arguments)
    {
        if (arguments.OfType<ArrayExpression>().FirstOrDefault() is { } list)
            throw NoList(list.Place);
    }

    /// <summary>The fault of a list where one value is wanted.</summary>
    public static FilterException NoList(FilterPlace place) => new(
        place,
        "Danh sách chỉ được đứng sau IN, trong các hàm A_… và trong lời gọi hàm; ở đây phải là một giá trị.",
        "A list may stand after IN, in the A_… predicates and in calls of functions; here must stand one value.");

    private static bool IsPattern(FilterExpression expression) => expression switch
    {
        Literal { Value: string } => true,
        Operation { Operator: FilterOperators.CaseInsensitive or FilterOperators.AccentInsensitive, Arguments: [var inner] } => IsPattern(inner),
        _ => false,
    };

    private static FilterException NoPattern(FilterPlace place) => new(
        place,
        "Mẫu của LIKE phải là một chuỗi ký tự, có thể nằm trong CASEI hoặc ACCENTI.",
        "The pattern of LIKE is a text literal, which may stand in CASEI or ACCENTI.");

    private static FilterException WrongCount(OperationRule rule, int count, FilterPlace place) => new(
        place,
        string.Create(CultureInfo.InvariantCulture, $"'{rule.JsonName}' nhận {rule.CountVietnamese} đối số; gặp {count}."),
        string.Create(CultureInfo.InvariantCulture, $"'{rule.JsonName}' takes {rule.CountEnglish}; found {count}."));

    private static IEnumerable<OperationRule> Rules() =>
    [
        new(FilterOperators.And, 2, int.MaxValue),
        new(FilterOperators.Or, 2, int.MaxValue),
        new(FilterOperators.Not, 1, 1),
        new(FilterOperators.Like, 2, 2),
        new(FilterOperators.Between, 3, 3),
        new(FilterOperators.In, 2, 2),
        new(FilterOperators.IsNull, 1, 1),
        new(FilterOperators.CaseInsensitive, 1, 1),
        new(FilterOperators.AccentInsensitive, 1, 1),
        .. FilterOperators.Comparisons.Concat(FilterOperators.Arithmetic).Concat(FilterOperators.Spatial)
            .Concat(FilterOperators.Temporal).Concat(FilterOperators.Arrays).Select(name => new OperationRule(name, 2, 2)),
    ];

    private readonly record struct OperationRule(string Name, int Least, int Most)
    {
        public string JsonName => Name.EndsWith("by", StringComparison.Ordinal) ? Name[..^2] + "By" : Name;

        public string CountVietnamese => Most == int.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"ít nhất {Least}") : Least.ToString(CultureInfo.InvariantCulture);

        public string CountEnglish => string.Create(CultureInfo.InvariantCulture, $"{(Most == int.MaxValue ? "at least " : "")}{Least} argument{(Least == 1 ? "" : "s")}");
    }
}
