using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Lanes;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>
/// How far eight points stay under a ray each: an edge squared is 0.002 D square / product, so that gaps can be compared without a root or a division. Points are
/// numbers of the same kind as the rest, so that they can be chosen together.
/// </summary>
/// <param name="Point">The points.</param>
/// <param name="Square">Metres under the ray, squared.</param>
/// <param name="Product">Distance to one end times distance to the other, square kilometres.</param>
internal readonly record struct GapLanes(Vector512<double> Point, Vector512<double> Square, Vector512<double> Product)
{
    /// <summary>In each lane the other gap where it may be chosen and is nearer to the ray, else this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GapLanes Or(in GapLanes other, Vector512<double> mayBeChosen)
    {
        var isOther = Vector512.LessThan(other.Square * Product, Square * other.Product) & mayBeChosen;
        return new(
            Vector512.ConditionalSelect(isOther, other.Point, Point),
            Vector512.ConditionalSelect(isOther, other.Square, Square),
            Vector512.ConditionalSelect(isOther, other.Product, Product));
    }

    /// <summary>Whether one of them is nearer than another gap.</summary>
    public bool HasNearerThan(double square, double product) => Vector512.LessThanAny(Square * product, Product * square);

    /// <summary>The point of the nearest lane; of equal ones the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NearestPoint()
    {
        var ratio = Square / Product;
        var points = Vector512.ConditionalSelect(Vector512.Equals(ratio, Vector512.Create(LaneMath.Least(ratio))), Point, Vector512<double>.Zero);
        return (int)LaneMath.Greatest(points);
    }
}
