using BenchmarkDotNet.Attributes;
using BitMiracle.LibTiff.Classic;
using Geo.Engine.Grids;
using TiffTag = BitMiracle.LibTiff.Classic.TiffTag;

namespace Geo.Benchmarks.Grids;

/// <summary>8.3 million floats to and from a tiled, deflated file in memory, beside LibTiff.NET.</summary>
[MemoryDiagnoser]
public class GeoTiffBenchmarks
{
    private const int Tile = 256;

    private readonly Grid<float> _grid = StudyArea.Field();
    private byte[] _file = [];

    [GlobalSetup]
    public void Prepare()
    {
        var stream = new MemoryStream();
        GeoTiffFile.Write(stream, _grid, new GeoTiffOptions { Overviews = false });
        _file = stream.ToArray();
    }

    [Benchmark(Baseline = true)]
    public long LibTiffWrite()
    {
        var stream = new MemoryStream();
        using var tiff = Tiff.ClientOpen("grid", "w", stream, new TiffStream());
        SetTags(tiff);
        var tile = new byte[Tile * Tile * sizeof(float)];
        for (var row = 0; row < _grid.Frame.Rows; row += Tile)
        {
            for (var column = 0; column < _grid.Frame.Columns; column += Tile)
            {
                CopyTile(row, column, tile);
                tiff.WriteTile(tile, 0, column, row, 0, 0);
            }
        }

        tiff.Flush();
        return stream.Length;
    }

    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public long Write(int threads)
    {
        var stream = new MemoryStream();
        GeoTiffFile.Write(stream, _grid, new GeoTiffOptions { Threads = threads, Overviews = false });
        return stream.Length;
    }

    [Benchmark]
    public int LibTiffRead()
    {
        using var tiff = Tiff.ClientOpen("grid", "r", new MemoryStream(_file), new TiffStream());
        var tile = new byte[tiff.TileSize()];
        var sum = 0;
        for (var i = 0; i < tiff.NumberOfTiles(); i++)
            sum += tiff.ReadEncodedTile(i, tile, 0, tile.Length);
        return sum;
    }

    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public Grid<float> Read(int threads) => GeoTiffFile.Read<float>(new MemoryStream(_file), threads);

    private void SetTags(Tiff tiff)
    {
        tiff.SetField(TiffTag.IMAGEWIDTH, _grid.Frame.Columns);
        tiff.SetField(TiffTag.IMAGELENGTH, _grid.Frame.Rows);
        tiff.SetField(TiffTag.TILEWIDTH, Tile);
        tiff.SetField(TiffTag.TILELENGTH, Tile);
        tiff.SetField(TiffTag.BITSPERSAMPLE, 32);
        tiff.SetField(TiffTag.SAMPLEFORMAT, SampleFormat.IEEEFP);
        tiff.SetField(TiffTag.SAMPLESPERPIXEL, 1);
        tiff.SetField(TiffTag.COMPRESSION, Compression.ADOBE_DEFLATE);
        tiff.SetField(TiffTag.PREDICTOR, Predictor.FLOATINGPOINT);
        tiff.SetField(TiffTag.ZIPQUALITY, 1);
    }

    private void CopyTile(int row, int column, byte[] tile)
    {
        var columns = Math.Min(Tile, _grid.Frame.Columns - column);
        for (var i = 0; i < Math.Min(Tile, _grid.Frame.Rows - row); i++)
        {
            var cells = _grid.Row(row + i).Slice(column, columns);
            System.Runtime.InteropServices.MemoryMarshal.AsBytes(cells).CopyTo(tile.AsSpan(i * Tile * sizeof(float)));
        }
    }
}
