using System.Globalization;
using Geo.Engine.Suitability;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads judgements in pairs.</summary>
internal static class PairwiseReader
{
    private static readonly Dictionary<string, GroupRule> Aggregates = new() { ["aij"] = GroupRule.Judgements, ["aip"] = GroupRule.Priorities };

    private static readonly Dictionary<string, bool> OnExceed = new() { ["warn"] = true };

    /// <summary>The weighting, or null with the reasons among the problems.</summary>
    public static Weighting.Pairwise? Read(YamlMapping mapping, int size)
    {
        var table = mapping.Optional("ri")?.OneOf(RandomIndexTable.All.Select((t, i) => (t, i)).ToDictionary(p => p.t.Name, p => p.i)) ?? 0;
        var limit = mapping.Optional("max_cr")?.Number(0, 1) ?? 0.1;
        var group = mapping.Optional("aggregate")?.OneOf(Aggregates) ?? GroupRule.Judgements;
        mapping.Optional("on_exceed")?.OneOf(OnExceed);
        var experts = mapping.Required("experts")?.List()?.Select(e => Expert(e, size)).ToList();
        if (experts is { Count: 0 })
            mapping.Fault(new("cần ít nhất một chuyên gia", "at least one expert is needed"));
        return experts is { Count: > 0 } && experts.All(e => e is not null)
            ? new Weighting.Pairwise([.. experts.OfType<Expert>()], RandomIndexTable.All[table], limit, group)
            : null;
    }

    private static Expert? Expert(YamlValue value, int size)
    {
        if (value.Mapping() is not { } mapping)
            return null;
        var name = mapping.Required("name")?.Text();
        var power = mapping.Optional("power")?.Number(double.Epsilon, 1e9) ?? 1;
        var matrix = Matrix(mapping.Required("matrix"), size);
        mapping.Finish();
        return name is null || matrix is null ? null : new Expert(name, power, matrix);
    }

    private static double[][]? Matrix(YamlValue? value, int size)
    {
        var rows = value?.List()?.Select(row => row.List()?.Select(Ratio).ToArray()).ToArray();
        if (rows is null || rows.Any(row => row is null || row.Any(cell => cell is null)))
            return null;
        var matrix = rows.Select(row => row!.Select(cell => cell!.Value).ToArray()).ToArray(); // no nulls are left
        if (matrix.Length != size || matrix.Any(row => row.Length != size))
        {
            value!.Fault(new($"ma trận phải có {size} hàng, mỗi hàng {size} đánh giá, theo thứ tự các tiêu chí", $"the matrix must have {size} rows of {size} judgements, one for each criterion in their order")); // it gave the rows
            return null;
        }
        for (var i = 0; i < size; i++)
            for (var j = 0; j <= i; j++)
                if (Math.Abs((matrix[i][j] * matrix[j][i]) - 1) > 1e-6)
                    value!.Fault(NotReciprocal(i, j, matrix)); // it gave the rows
        return matrix;
    }

    private static BilingualText NotReciprocal(int i, int j, double[][] matrix) => new(
        FormattableString.Invariant($"hàng {i + 1}, cột {j + 1} là {matrix[i][j]} nhưng hàng {j + 1}, cột {i + 1} là {matrix[j][i]}: số này phải là nghịch đảo của số kia"),
        FormattableString.Invariant($"row {i + 1}, column {j + 1} is {matrix[i][j]} but row {j + 1}, column {i + 1} is {matrix[j][i]}: each must be one divided by the other"));

    /// <summary>A positive number, or a fraction such as 1/3.</summary>
    private static double? Ratio(YamlValue value)
    {
        if (value.IsNumber)
            return value.Number(1e-6, 1e6);
        var parts = (value.Text() ?? "").Split('/');
        var numbers = parts.Select(p => double.TryParse(p, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : double.NaN).ToArray();
        if (numbers.Length == 2 && numbers[0] / numbers[1] is > 0 and < double.PositiveInfinity)
            return numbers[0] / numbers[1];
        value.Fault(new("một đánh giá là số lớn hơn 0, hoặc phân số như 1/3", "a judgement is a number greater than 0, or a fraction such as 1/3"));
        return null;
    }
}
