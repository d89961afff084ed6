using System.Numerics;

namespace Geo.Engine.Suitability.Combining;

/// <summary>Questions to spans of numbers.</summary>
internal static class DoubleSpans
{
    /// <summary>Whether a number is NaN.</summary>
    public static bool ContainsNaN(this ReadOnlySpan<double> numbers)
    {
        var i = 0;
        for (; i <= numbers.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var part = new Vector<double>(numbers[i..]);
            if (!Vector.EqualsAll(part, part))
                return true;
        }
        for (; i < numbers.Length; i++)
            if (double.IsNaN(numbers[i]))
                return true;
        return false;
    }

    /// <inheritdoc cref="ContainsNaN(ReadOnlySpan{double})"/>
    public static bool ContainsNaN(this Span<double> numbers) => ContainsNaN((ReadOnlySpan<double>)numbers);
}
