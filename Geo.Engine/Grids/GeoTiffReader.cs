using System.Globalization;
using System.Numerics;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Grids;

/// <summary>The reading half of <see cref="GeoTiffFile"/>: one opened and checked file.</summary>
internal sealed class GeoTiffReader
{
    private const double SquareTolerance = 1e-6;
    private const int LeastRowsTogether = 32;

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
        var rows = Rows<T>();
        var grid = new Grid<T>(rows.Frame);
        var columns = rows.Frame.Columns;
        var together = (LeastRowsTogether + rows.RowsTogether - 1) / rows.RowsTogether * rows.RowsTogether;
        void Strip(int from, int to) => rows.Read(from, grid.Cells[(from * columns)..(to * columns)]);
        GridRows.ForEachStrip(rows.Frame.Rows, threads, Strip, cancellation, together);
        return grid;
    }

    /// <summary>The rows as cells of a type.</summary>
    /// <exception cref="GeoTiffException">The frame or the samples do not fit a grid of <typeparamref name="T"/>.</exception>
    public GeoTiffRows<T> Rows<T>()
        where T : unmanaged, INumber<T>
    {
        var type = _layout.Sample.Type;
        return type switch
        {
            _ when type == typeof(byte) => Rows<byte, T>(),
            _ when type == typeof(sbyte) => Rows<sbyte, T>(),
            _ when type == typeof(ushort) => Rows<ushort, T>(),
            _ when type == typeof(short) => Rows<short, T>(),
            _ when type == typeof(uint) => Rows<uint, T>(),
            _ when type == typeof(int) => Rows<int, T>(),
            _ when type == typeof(float) => Rows<float, T>(),
            _ => Rows<double, T>(),
        };
    }

    private TiffRows<TSample, T> Rows<TSample, T>()
        where TSample : unmanaged, INumber<TSample>, IMinMaxValue<TSample>
        where T : unmanaged, INumber<T> =>
        new(_layout, new TiffDecoder(_file, _image, _layout), FrameOf(), Info.Nodata);

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

    private GridFrame FrameOf()
    {
        var system = Info.System;
        if (system is null || system.IsGeographic)
        {
            var allowed = string.Join(", ", CoordinateSystems.All.Where(s => !s.IsGeographic).Select(s => s.Code));
            throw new GeoTiffException($"the coordinate system is EPSG:{Info.EpsgCode}; allowed are {allowed}: warp it first");
        }

        if (Math.Abs(Info.CellWidth - Info.CellHeight) > SquareTolerance * Info.CellWidth)
            throw new GeoTiffException(FormattableString.Invariant($"cells are {Info.CellWidth} x {Info.CellHeight} m; allowed are squares"));
        return new GridFrame(system, Info.TopLeft.X, Info.TopLeft.Y, Info.CellWidth, Info.Rows, Info.Columns);
    }
}
