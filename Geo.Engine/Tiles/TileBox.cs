using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Tiles;

/// <summary>The box around places, edges included, in units of the tile. Of no place it is from infinity to minus infinity.</summary>
/// <param name="Least">Left and top.</param>
/// <param name="Most">Right and bottom.</param>
internal readonly record struct TileBox(TilePlace Least, TilePlace Most)
{
    /// <summary>Around nothing.</summary>
    public static TileBox Empty { get; } = new(new(double.PositiveInfinity, double.PositiveInfinity), new(double.NegativeInfinity, double.NegativeInfinity));

    /// <summary>Around places, none of which is NaN.</summary>
    public static TileBox Around(ReadOnlySpan<TilePlace> places)
    {
        var (least, most) = (Vector128.Create(double.PositiveInfinity), Vector128.Create(double.NegativeInfinity));
        foreach (var place in MemoryMarshal.Cast<TilePlace, Vector128<double>>(places))
            (least, most) = (Vector128.MinNative(least, place), Vector128.MaxNative(most, place));
        return new(new(least[0], least[1]), new(most[0], most[1]));
    }

    /// <summary>Around this and another one.</summary>
    public TileBox With(in TileBox other) => new(
        new(Math.Min(Least.X, other.Least.X), Math.Min(Least.Y, other.Least.Y)), new(Math.Max(Most.X, other.Most.X), Math.Max(Most.Y, other.Most.Y)));
}
