using System.Buffers.Binary;
using System.Globalization;
using Geo.Engine.Grids;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Grids;

/// <summary>Grids in files, and what GDAL makes of them.</summary>
internal sealed class GeoTiffSamples : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("geotiff").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    /// <summary>A hilly grid of floats with a patch of nodata.</summary>
    public static Grid<float> Hills(int rows, int columns)
    {
        var grid = new Grid<float>(SmallGrids.Frame(rows, columns));
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var isHole = row is > 5 and < 9 && column is > 3 and < 20;
                grid[row, column] = isHole ? float.NaN : MathF.Sin(row * 0.1f) * MathF.Cos(column * 0.07f) * 100;
            }
        }

        return grid;
    }

    /// <summary>Small whole numbers, to be kept by every sample type; 7 may be nodata.</summary>
    public static Grid<float> Whole(int rows, int columns)
    {
        var grid = new Grid<float>(SmallGrids.Frame(rows, columns));
        for (var i = 0; i < grid.Cells.Length; i++)
            grid.Cells[i] = i * 7 / 3 % 113;
        return grid;
    }

    public string Write<T>(string name, Grid<T> grid, GeoTiffOptions? options = null)
        where T : unmanaged
    {
        using var file = File.Create(Path(name));
        GeoTiffFile.Write(file, grid, options);
        return Path(name);
    }

    public static Grid<T> Read<T>(string path, int threads = 2)
        where T : unmanaged
    {
        using var file = File.OpenRead(path);
        return GeoTiffFile.Read<T>(file, threads, TestContext.Current.CancellationToken);
    }

    public static byte[] Bytes<T>(Grid<T> grid, GeoTiffOptions? options = null)
        where T : unmanaged
    {
        using var stream = new MemoryStream();
        GeoTiffFile.Write(stream, grid, options);
        return stream.ToArray();
    }

    /// <summary>A copy made by gdal_translate with the given arguments.</summary>
    public string Translate(string source, string name, params string[] arguments)
    {
        var (code, output) = Requirement.Run("gdal_translate", ["-q", .. arguments, source, Path(name)]);
        Assert.True(code == 0, output);
        return Path(name);
    }

    /// <summary>The cells as GDAL reads them, row by row from the top.</summary>
    public double[] CellsByGdal(string path)
    {
        var text = Translate(path, System.IO.Path.GetFileName(path) + ".xyz", "-of", "XYZ");
        return [.. File.ReadLines(text).Select(line => double.Parse(line.Split(' ')[2].Replace("-nan", "nan", StringComparison.Ordinal), CultureInfo.InvariantCulture))];
    }

    /// <summary>The file with an inline value of its first directory set.</summary>
    public static byte[] Changed(byte[] file, ushort tag, int value)
    {
        var first = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4));
        var count = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(first));
        for (var i = 0; i < count; i++)
        {
            var entry = file.AsSpan(first + 2 + (i * 12), 12);
            if (BinaryPrimitives.ReadUInt16LittleEndian(entry) == tag)
                BinaryPrimitives.WriteInt32LittleEndian(entry[8..], value);
        }

        return file;
    }
}
