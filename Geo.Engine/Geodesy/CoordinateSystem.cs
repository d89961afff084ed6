namespace Geo.Engine.Geodesy;

/// <summary>A coordinate reference system the engine can compute in. Known systems stand in <see cref="CoordinateSystems"/>.</summary>
/// <param name="Code">Authority and code, for example <c>EPSG:9209</c> or <c>OGC:CRS84</c>.</param>
/// <param name="Uri">The OGC identifier used in web APIs.</param>
/// <param name="Srid">The integer used in GeoPackage and PostGIS; 4326 for CRS84, since both store longitude first.</param>
/// <param name="Name">The authority's name.</param>
/// <param name="AxisOrder">The order of axes in text and APIs.</param>
/// <param name="IsGeographic">True when ordinates are degrees, false when they are metres.</param>
public sealed record CoordinateSystem(string Code, string Uri, int Srid, string Name, AxisOrder AxisOrder, bool IsGeographic);
