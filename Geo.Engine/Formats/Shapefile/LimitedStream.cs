namespace Geo.Engine.Formats.Shapefile;

/// <summary>Reads an entry of an archive and refuses it when it unpacks to more than allowed, whatever its header says, or is damaged. Closes the archive with itself.</summary>
internal sealed class LimitedStream(Stream inner, IDisposable archive, UnpackingLimit limit) : Stream
{
    private long _read;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = inner.Read(buffer);
            _read += read;
            return _read <= limit.MostBytes
                ? read
                : throw Refusal($"unpacks to more than {limit.MostBytes >> 20} MiB; allowed are 2 GiB and 100 times the packed size");
        }
        catch (InvalidDataException fault)
        {
            throw Refusal($"cannot be unpacked ({fault.Message.TrimEnd('.')})");
        }
    }

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            archive.Dispose();
        }

        base.Dispose(disposing);
    }

    private ImportRefusedException Refusal(string message) => new(new ImportProblem(limit.Name, null, message));
}
