using BitMiracle.LibTiff.Classic;

namespace Geo.Engine.Grids;

/// <summary>LZW and PackBits by LibTiff.NET, which undoes predictor and byte order too. One chunk at a time: the library is not made for threads.</summary>
internal sealed class ForeignTiffCodec
{
    private readonly Lock _unpacking = new();
    private readonly TiffLayout _layout;
    private readonly Tiff _tiff;

    static ForeignTiffCodec() => Tiff.SetErrorHandler(new Silence());

    /// <summary>Opens the file a second time.</summary>
    /// <exception cref="GeoTiffException">The library does not take it.</exception>
    public ForeignTiffCodec(TiffBytes file, TiffLayout layout)
    {
        _layout = layout;
        file.Stream.Position = 0;
        _tiff = Guarded(() => Tiff.ClientOpen("grid", "r", file.Stream, new OpenStream()), "the file")
            ?? throw new GeoTiffException($"LibTiff.NET cannot open the file, compressed with {layout.Compression}");
    }

    /// <summary>Unpacks one chunk.</summary>
    /// <exception cref="GeoTiffException">The chunk is broken or cut short.</exception>
    public void Unpack(int index, Span<byte> samples)
    {
        var buffer = new byte[samples.Length];
        var what = $"{(_layout.IsTiled ? "tile" : "strip")} {index}";
        lock (_unpacking)
        {
            var read = Guarded(
                () => _layout.IsTiled
                    ? _tiff.ReadEncodedTile(index, buffer, 0, buffer.Length)
                    : _tiff.ReadEncodedStrip(index, buffer, 0, buffer.Length),
                what);
            if (read < samples.Length)
                throw new GeoTiffException($"{what} unpacks to {Math.Max(read, 0)} bytes; {samples.Length} are needed");
        }

        buffer.CopyTo(samples);
    }

    // On broken data the library runs over its own tables instead of answering -1.
    private static T Guarded<T>(Func<T> read, string what)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is IndexOutOfRangeException or ArgumentException or NullReferenceException or OverflowException or InvalidCastException)
        {
            throw new GeoTiffException($"{what} cannot be unpacked", broken);
        }
    }

    /// <summary>The library prints its complaints; ours stand in the exception.</summary>
    private sealed class Silence : TiffErrorHandler
    {
        public override void ErrorHandler(Tiff tif, string method, string format, params object[] args)
        {
        }

        public override void ErrorHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
        {
        }

        public override void WarningHandler(Tiff tif, string method, string format, params object[] args)
        {
        }

        public override void WarningHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
        {
        }
    }

    /// <summary>Leaves the stream open: it is the caller's.</summary>
    private sealed class OpenStream : TiffStream
    {
        public override void Close(object clientData)
        {
        }
    }
}
