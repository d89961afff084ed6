namespace Geo.Engine.Features.Filtering;

/// <summary>
/// Arithmetic of filters. Whole numbers stay exact where the result is whole and fits 64 bits, else it is of doubles. Nothing comes of nothing, of a
/// division by zero and of results that are not finite.
/// </summary>
internal static class Arithmetic
{
    private delegate long? Exact(long a, long b);

    /// <summary>The operation of one of <see cref="Filters.FilterOperators.Arithmetic"/>.</summary>
    public static Func<FilterValue, FilterValue, FilterValue> Of(string name) => name switch
    {
        "+" => Make(Add, (a, b) => a + b),
        "-" => Make(Subtract, (a, b) => a - b),
        "*" => Make(Multiply, (a, b) => a * b),
        "/" => Make((a, b) => Divide(a, b) is { } whole && whole * b == a ? whole : null, (a, b) => b == 0 ? double.NaN : a / b),
        "div" => Make(Divide, (a, b) => b == 0 ? double.NaN : Math.Truncate(a / b)),
        "%" => Make((a, b) => b is 0 or -1 ? null : a % b, (a, b) => b == 0 ? double.NaN : a % b),
        "^" => Make(Power, Math.Pow),
        _ => throw new ArgumentException($"{name} is no arithmetic.", nameof(name)),
    };

    private static Func<FilterValue, FilterValue, FilterValue> Make(Exact exact, Func<double, double, double> inexact) => (a, b) =>
    {
        if (a.IsNothing || b.IsNothing)
            return default;
        if (a.IsInteger && b.IsInteger && exact(a.Integer, b.Integer) is { } whole)
            return FilterValue.Of(whole);
        return FilterValue.Of(inexact(a.Number, b.Number));
    };

    private static long? Add(long a, long b)
    {
        var sum = unchecked(a + b);
        return ((a ^ sum) & (b ^ sum)) < 0 ? null : sum;
    }

    private static long? Subtract(long a, long b)
    {
        var difference = unchecked(a - b);
        return ((a ^ b) & (a ^ difference)) < 0 ? null : difference;
    }

    private static long? Multiply(long a, long b)
    {
        var high = Math.BigMul(a, b, out long low);
        return high == low >> 63 ? low : null;
    }

    private static long? Divide(long a, long b) => b == 0 || (a == long.MinValue && b == -1) ? null : a / b;

    private static long? Power(long a, long b)
    {
        if (b is < 0 or > 62)
            return null;
        long? product = 1;
        for (var i = 0; i < b && product is { } known; i++)
            product = Multiply(known, a);
        return product;
    }
}
