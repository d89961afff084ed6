namespace Geo.Engine.Radio.Sweeping;

/// <summary>How far a point stays under a ray: its edge squared is 0.002 D square / product, so that gaps can be compared without a root or a division.</summary>
/// <param name="Point">The point.</param>
/// <param name="Square">Metres under the ray, squared.</param>
/// <param name="Product">Distance to one end times distance to the other, square kilometres.</param>
internal readonly record struct Gap(int Point, double Square, double Product)
{
    /// <summary>Whether this point comes nearer to the ray than another, as Fresnel zones measure it.</summary>
    public bool IsNearerThan(in Gap other) => Square * other.Product < other.Square * Product;
}
