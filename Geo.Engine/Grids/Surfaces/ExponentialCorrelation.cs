using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>exp(-h).</summary>
internal readonly struct ExponentialCorrelation : ICorrelation
{
    /// <inheritdoc/>
    public static double EndSquared => 1_600; // exp(-40) is 4e-18

    /// <inheritdoc/>
    public static bool HasEdge => false;

    /// <inheritdoc/>
    public static double WidestHalf => double.PositiveInfinity;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> squared) => ElementaryFunctions.Exp(-Vector512.Sqrt(squared));
}
