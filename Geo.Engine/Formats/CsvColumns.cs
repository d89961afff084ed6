namespace Geo.Engine.Formats;

/// <summary>The columns of a CSV file that hold the position.</summary>
/// <param name="X">Header of the longitude or easting; null with <paramref name="Wkt"/>.</param>
/// <param name="Y">Header of the latitude or northing; null with <paramref name="Wkt"/>.</param>
/// <param name="Wkt">Header of a column with well-known text, which goes before the other two; null when there is none.</param>
public sealed record CsvColumns(string? X, string? Y, string? Wkt = null);
