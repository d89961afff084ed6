using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Grids;

/// <summary>Sums over rows of numbers, eight at a time, in an order that no processor changes.</summary>
internal static class DenseVector
{
    /// <summary>The sum of products of two rows of one length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var (sums, i) = (Vector512<double>.Zero, 0);
        for (; i <= one.Length - Vector512<double>.Count; i += Vector512<double>.Count)
            sums = Vector512.FusedMultiplyAdd(Vector512.Create(one[i..]), Vector512.Create(other[i..]), sums);
        var sum = Sum(sums);
        for (; i < one.Length; i++)
            sum += one[i] * other[i];
        return sum;
    }

    /// <summary>Adds a row, multiplied by a factor, to another of the same length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(ReadOnlySpan<double> values, double factor, Span<double> sums)
    {
        var (scale, i) = (Vector512.Create(factor), 0);
        for (; i <= sums.Length - Vector512<double>.Count; i += Vector512<double>.Count)
            Vector512.FusedMultiplyAdd(Vector512.Create(values[i..]), scale, Vector512.Create<double>(sums[i..])).CopyTo(sums[i..]);
        for (; i < sums.Length; i++)
            sums[i] += values[i] * factor;
    }

    /// <summary>The sum of eight numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> eight)
    {
        var four = eight.GetLower() + eight.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
