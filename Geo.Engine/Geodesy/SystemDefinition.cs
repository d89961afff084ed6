namespace Geo.Engine.Geodesy;

/// <summary>How a known system lies on the ellipsoid: its datum, and its plane when it has one.</summary>
/// <param name="IsVn2000">True on VN-2000, false on WGS 84.</param>
/// <param name="Plane">The projection; null for degrees.</param>
internal sealed record SystemDefinition(bool IsVn2000, PlaneProjection? Plane)
{
    private static readonly Dictionary<string, SystemDefinition> Known = new()
    {
        [CoordinateSystems.Crs84.Code] = new(false, null),
        [CoordinateSystems.Wgs84.Code] = new(false, null),
        [CoordinateSystems.WebMercator.Code] = new(false, new SphericalMercator()),
        [CoordinateSystems.Vn2000Tm3Zone10530.Code] = new(true, new TransverseMercator(105.5, 0.9999, 500_000)),
        [CoordinateSystems.Vn2000Tm3Zone10500.Code] = new(true, new TransverseMercator(105, 0.9999, 500_000)),
        [CoordinateSystems.Vn2000Utm48.Code] = new(true, new TransverseMercator(105, 0.9996, 500_000)),
        [CoordinateSystems.Wgs84Utm48.Code] = new(false, new TransverseMercator(105, 0.9996, 500_000)),
        [CoordinateSystems.Vn2000.Code] = new(true, null),
    };

    /// <summary>The definition of one of <see cref="CoordinateSystems.All"/>.</summary>
    /// <exception cref="ArgumentException">The system is none of them.</exception>
    public static SystemDefinition Of(CoordinateSystem system) =>
        Known.TryGetValue(system.Code, out var definition)
            ? definition
            : throw new ArgumentException($"{system.Code} is not known; known are {string.Join(", ", Known.Keys)}", nameof(system));
}
