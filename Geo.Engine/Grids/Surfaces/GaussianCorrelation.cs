using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>exp(-h^2).</summary>
internal readonly struct GaussianCorrelation : ICorrelation
{
    /// <inheritdoc/>
    public static double EndSquared => 40; // exp(-40) is 4e-18

    /// <inheritdoc/>
    public static bool HasEdge => false;

    // Beyond the real line it grows as fast as it falls on it, so that in wide tiles the bound of the nodes does not hold.
    /// <inheritdoc/>
    public static double WidestHalf => 0.5;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> squared) => ElementaryFunctions.Exp(-squared);
}
