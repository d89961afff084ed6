using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Grids;

/// <summary>The reading half of <see cref="GeoTiffFile"/>: one opened and checked file.</summary>
internal sealed class GeoTiffReader
{
    private const double SquareTolerance = 1e-6;

    private readonly TiffBytes _file;
    private readonly TiffDirectory _image;
    private readonly TiffLayout _layout;

    /// <summary>Reads and checks everything but the cells.</summary>
    /// <exception cref="GeoTiffException">The file is broken or of another kind.</exception>
    public GeoTiffReader(Stream stream)
    {
        _file = new TiffBytes(stream);
        var directories = TiffDirectory.ReadAll(_file);
        _image = directories[0];
        _layout = TiffLayout.Of(_image, _file.Length);
        var place = GeoReference.Of(_image);
        Info = new GeoTiffInfo
        {
            Columns = _layout.Columns,
            Rows = _layout.Rows,
            TopLeft = (place.Left, place.Top),
            CellWidth = place.CellWidth,
            CellHeight = place.CellHeight,
            EpsgCode = place.EpsgCode,
            System = CoordinateSystems.FindBySrid(place.EpsgCode),
            SampleType = _layout.Sample.Type!, // the layout refuses samples without a type
            Nodata = NodataOf(_image),
            Overviews = directories.Skip(1).Count(d => (d.Integer(TiffTag.NewSubfileType, 0) & 1) == 1),
        };
    }

    /// <summary>What the file says of itself.</summary>
    public GeoTiffInfo Info { get; }

    /// <summary>Reads the cells.</summary>
    /// <exception cref="GeoTiffException">The frame or the samples do not fit a grid of <typeparamref name="T"/>, or a chunk is broken.</exception>
    public Grid<T> Read<T>(int threads, CancellationToken cancellation)
        where T : unmanaged, INumber<T>
    {
        var sample = _layout.Sample;
        return sample.Type switch
        {
            var t when t == typeof(byte) => Read<byte, T>(threads, cancellation),
            var t when t == typeof(sbyte) => Read<sbyte, T>(threads, cancellation),
            var t when t == typeof(ushort) => Read<ushort, T>(threads, cancellation),
            var t when t == typeof(short) => Read<short, T>(threads, cancellation),
            var t when t == typeof(uint) => Read<uint, T>(threads, cancellation),
            var t when t == typeof(int) => Read<int, T>(threads, cancellation),
            var t when t == typeof(float) => Read<float, T>(threads, cancellation),
            _ => Read<double, T>(threads, cancellation),
        };
    }

    private static double? NodataOf(TiffDirectory image)
    {
        if (image.Text(TiffTag.GdalNodata) is not { Length: > 0 } text)
            return null;
        return text.Trim().ToLowerInvariant() switch
        {
            "nan" or "-nan" => double.NaN,
            "inf" or "+inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            var number when double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
            _ => throw new GeoTiffException($"nodata is '{text}'; allowed is a number or nan"),
        };
    }

    private Grid<T> Read<TSample, T>(int threads, CancellationToken cancellation)
        where TSample : unmanaged, INumber<TSample>, IMinMaxValue<TSample>
        where T : unmanaged, INumber<T>
    {
        RequireRoom<TSample, T>();
        var grid = new Grid<T>(FrameOf());
        var decoder = new TiffDecoder(_file, _image, _layout);
        var conversion = new SampleConversion<TSample, T>(Info.Nodata);
        if (typeof(TSample) == typeof(T) && _layout.IsAsInMemory && !_file.IsBigEndian)
        {
            ReadInPlace(decoder, conversion, grid, threads, cancellation);
            return grid;
        }

        GridRows.ForEachStrip(
            _layout.ChunksAcross * _layout.ChunksDown,
            threads,
            (from, to) =>
            {
                var samples = new byte[_layout.ChunkBytes];
                for (var chunk = from; chunk < to; chunk++)
                {
                    var (row, column) = (chunk / _layout.ChunksAcross, chunk % _layout.ChunksAcross);
                    var present = decoder.Unpack(row, column, samples);
                    Place(grid, row, column, conversion, present ? samples : null);
                }
            },
            cancellation,
            stripRows: 8);
        return grid;
    }

    // Whole rows of the very cells: they are read to where they stay.
    private void ReadInPlace<TSample, T>(
        TiffDecoder decoder, SampleConversion<TSample, T> conversion, Grid<T> grid, int threads, CancellationToken cancellation)
        where TSample : unmanaged, INumber<TSample>, IMinMaxValue<TSample>
        where T : unmanaged, INumber<T>
    {
        void Strip(int from, int to)
        {
            for (var chunk = from; chunk < to; chunk++)
            {
                var cells = grid.Cells.Slice(chunk * _layout.ChunkRows * _layout.Columns, _layout.StoredRows(chunk) * _layout.Columns);
                if (decoder.Unpack(chunk, 0, MemoryMarshal.AsBytes(cells)))
                    conversion.Convert(MemoryMarshal.Cast<T, TSample>(cells), cells);
                else
                    cells.Fill(conversion.Missing);
            }
        }
        GridRows.ForEachStrip(_layout.ChunksDown, threads, Strip, cancellation, stripRows: 8);
    }

    private void Place<TSample, T>(Grid<T> grid, int chunkRow, int chunkColumn, SampleConversion<TSample, T> conversion, byte[]? samples)
        where TSample : unmanaged, INumber<TSample>, IMinMaxValue<TSample>
        where T : unmanaged, INumber<T>
    {
        var (top, left) = (chunkRow * _layout.ChunkRows, chunkColumn * _layout.ChunkColumns);
        var columns = Math.Min(_layout.ChunkColumns, _layout.Columns - left);
        var bottom = Math.Min(top + _layout.ChunkRows, _layout.Rows);
        for (var row = top; row < bottom; row++)
        {
            var target = grid.Row(row).Slice(left, columns);
            if (samples is null)
                target.Fill(conversion.Missing);
            else
                conversion.Convert(MemoryMarshal.Cast<byte, TSample>(samples).Slice((row - top) * _layout.ChunkColumns, columns), target);
        }
    }

    private GridFrame FrameOf()
    {
        var system = Info.System;
        if (system is null || system.IsGeographic)
        {
            var allowed = string.Join(", ", CoordinateSystems.All.Where(s => !s.IsGeographic).Select(s => s.Code));
            throw new GeoTiffException($"the coordinate system is EPSG:{Info.EpsgCode}; allowed are {allowed}: warp it first");
        }

        if (Math.Abs(Info.CellWidth - Info.CellHeight) > SquareTolerance * Info.CellWidth)
            throw new GeoTiffException($"cells are {Info.CellWidth} x {Info.CellHeight} m; allowed are squares");
        return new GridFrame(system, Info.TopLeft.X, Info.TopLeft.Y, Info.CellWidth, Info.Rows, Info.Columns);
    }

    private void RequireRoom<TSample, T>()
        where TSample : unmanaged, INumber<TSample>, IMinMaxValue<TSample>
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float))
            return;
        var whole = _layout.Sample.Format != TiffSampleFormat.Float;
        var fits = whole && Holds<TSample, T>(TSample.MinValue) && Holds<TSample, T>(TSample.MaxValue);
        if (!fits)
            throw new GeoTiffException($"samples are {typeof(TSample).Name}; allowed are whole numbers that {typeof(T).Name} holds");
    }

    private static bool Holds<TSample, T>(TSample value)
        where TSample : INumber<TSample>
        where T : INumber<T> => TSample.CreateSaturating(T.CreateSaturating(value)) == value;
}
