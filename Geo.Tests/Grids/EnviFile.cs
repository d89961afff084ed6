using System.Globalization;
using Geo.Engine.Grids;

namespace Geo.Tests.Grids;

/// <summary>Bare bytes with a text header beside them: the plainest form in which GDAL reads and writes a grid of classes.</summary>
internal static class EnviFile
{
    /// <summary>Writes a grid; 0 is nodata.</summary>
    public static void Write(Grid<byte> grid, string path)
    {
        File.WriteAllBytes(path, grid.Cells.ToArray());
        File.WriteAllText(path + ".hdr", string.Create(CultureInfo.InvariantCulture, $"""
            ENVI
            samples = {grid.Frame.Columns}
            lines = {grid.Frame.Rows}
            bands = 1
            header offset = 0
            data type = 1
            interleave = bsq
            byte order = 0
            data ignore value = 0
            """));
    }

    /// <summary>Reads a grid of a known frame.</summary>
    public static Grid<byte> Read(string path, GridFrame frame) => new(frame, File.ReadAllBytes(path));
}
