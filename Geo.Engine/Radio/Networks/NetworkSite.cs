namespace Geo.Engine.Radio.Networks;

/// <summary>A mast with its sectors: all of them look over the same profiles.</summary>
/// <param name="Id">Names it in messages.</param>
/// <param name="X">Easting in the system of the frame, metres.</param>
/// <param name="Y">Northing in the system of the frame, metres.</param>
/// <param name="HeightMetres">Antennas above ground, 1 to 3 000 m.</param>
/// <param name="Sectors">At least one.</param>
public sealed record NetworkSite(string Id, double X, double Y, double HeightMetres, IReadOnlyList<Sector> Sectors);
