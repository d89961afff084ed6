namespace Geo.Engine.Grids.Surfaces;

/// <summary>A station as a tile sees it: its place, what its correlation is multiplied by, and what counts at its own place.</summary>
internal readonly record struct PlacedStation(double X, double Y, double Weight, double OwnWeight);
