using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>1 - 1.5 h + 0.5 h^3 up to the range.</summary>
internal readonly struct SphericalCorrelation : ICorrelation
{
    /// <inheritdoc/>
    public static double EndSquared => 1;

    /// <inheritdoc/>
    public static bool HasEdge => true;

    /// <inheritdoc/>
    public static double WidestHalf => double.PositiveInfinity;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> squared) => Vector512.FusedMultiplyAdd(
        Root(squared), Vector512.FusedMultiplyAdd(squared, Vector512.Create(0.5), Vector512.Create(-1.5)), Vector512<double>.One);

    /// <summary>The root within 4e-12 of it; a processor takes twice as long for the last bits, which no float shows.</summary>
    /// <remarks>Source: C. McEniry, The mathematics behind the fast inverse square root function code (2007), with Householder's step of third order, twice.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Root(Vector512<double> square)
    {
        var inverse = (Vector512.Create(0x5FE6EB50C7B537A9) - Vector512.ShiftRightLogical(square.AsInt64(), 1)).AsDouble();
        inverse *= Step(square * inverse, inverse);
        var root = square * inverse;
        return root * Step(root, inverse);
    }

    // y (1 + e/2 + 3/8 e^2) is nearer to 1/sqrt(s) than y is, with e = 1 - s y^2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Step(Vector512<double> root, Vector512<double> inverse)
    {
        var error = Vector512.FusedMultiplyAdd(-root, inverse, Vector512<double>.One);
        var half = Vector512.FusedMultiplyAdd(error, Vector512.Create(0.375), Vector512.Create(0.5));
        return Vector512.FusedMultiplyAdd(error, half, Vector512<double>.One);
    }
}
