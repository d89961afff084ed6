using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Lanes;

namespace Geo.Engine.Radio.Propagation;

/// <summary>The two smooth ways in which ITU-R P.1812 joins losses.</summary>
/// <remarks>Source: ITU-R P.1812, annex 1, equations 60 and 64.</remarks>
internal static class Decibels
{
    private const double NegligibleDb = 55; // 10^(-55/5) times 2.2 dB is below 1e-10

    /// <summary>2.5 ln(exp(a/2.5) + exp(b/2.5)): a little more than the greater of two losses.</summary>
    public static double SoftMaximum(double first, double second)
    {
        var (more, less) = first > second ? (first, second) : (second, first);
        return more + (2.5 * Math.Log(1 + Math.Exp((less - more) / 2.5))); // the printed form overflows beyond 1 770 dB
    }

    /// <summary>-5 log(10^(-a/5) + 10^(-b/5)): a little less than the smaller of two losses.</summary>
    public static double FifthPowerSum(double first, double second)
    {
        var (less, more) = first < second ? (first, second) : (second, first);
        return more - less > NegligibleDb ? less : less - (5 * Math.Log10(1 + Powers.OfTen((less - more) / 5)));
    }
    /// <summary><see cref="SoftMaximum(double, double)"/> of eight pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> SoftMaximum(Vector512<double> first, Vector512<double> second)
    {
        var (more, less) = (Vector512.Max(first, second), Vector512.Min(first, second));
        return more + (ElementaryFunctions.Log(Vector512<double>.One + ElementaryFunctions.Exp((less - more) * 0.4)) * 2.5);
    }

    /// <summary><see cref="FifthPowerSum(double, double)"/> of eight pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> FifthPowerSum(Vector512<double> first, Vector512<double> second)
    {
        var (less, more) = (Vector512.Min(first, second), Vector512.Max(first, second));
        return less - (ElementaryFunctions.Log10(Vector512<double>.One + ElementaryFunctions.PowerOfTen((less - more) * 0.2)) * 5);
    }
}
