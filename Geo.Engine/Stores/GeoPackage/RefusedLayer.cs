namespace Geo.Engine.Stores.GeoPackage;

/// <summary>A table of a GeoPackage that is not served.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record RefusedLayer(string Name, string Reason);
