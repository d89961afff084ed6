using System.Buffers;
using System.Buffers.Binary;
using Geo.Engine.Features;
using Npgsql;

namespace Geo.Engine.Stores.PostGis;

/// <summary>
/// Rows on their way into a table, in the binary form of COPY. Written here, value by value from the bytes of a row: Npgsql's importer asks for an object
/// and looks up its type each time. What is not completed is taken back.
/// Source: PostgreSQL 15, COPY, "Binary Format"; the forms of values: its functions int8send, float8send, date_send, timestamptz_send; PostGIS: EWKB.
/// </summary>
internal sealed class BinaryCopy : IAsyncDisposable
{
    private const int FlushAt = 64 << 10;
    private const uint SridFlag = 0x2000_0000;
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateTime FirstMoment = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(10); // between two packets: a source may be slow

    private readonly NpgsqlRawCopyStream stream;
    private readonly ArrayBufferWriter<byte> buffer = new(FlushAt * 2);
    private bool isComplete;

    private BinaryCopy(NpgsqlRawCopyStream stream)
    {
        this.stream = stream;
        buffer.Write("PGCOPY\n"u8);
        buffer.Write<byte>([0xff, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0]); // the rest of the signature, no flags, no extension
    }

    /// <summary>Begins to fill some columns of a table.</summary>
    public static async Task<BinaryCopy> BeginAsync(NpgsqlConnection connection, PostGisTable table, CancellationToken cancellation)
    {
        IEnumerable<string> names = [table.Columns.Id, .. table.Columns.Geometry is { } g ? [g] : Array.Empty<string>(), .. table.Columns.Properties];
        var stream = await connection.BeginRawBinaryCopyAsync($"COPY {table.Sql} ({string.Join(", ", names.Select(SqlName.Quote))}) FROM STDIN (FORMAT BINARY)", cancellation);
        stream.WriteTimeout = stream.ReadTimeout = (int)LongestSilence.TotalMilliseconds;
        return new BinaryCopy(stream);
    }

    /// <summary>Begins a row of so many values.</summary>
    public void BeginRow(int values) => BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), (short)values);

    /// <summary>No value.</summary>
    public void WriteNull() => BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), -1);

    /// <summary>A whole number.</summary>
    public void Write(long value) => BinaryPrimitives.WriteInt64BigEndian(TakeValue(sizeof(long)), value);

    /// <summary>A geometry: PostGIS reads WKB with the SRID behind the type word.</summary>
    /// <param name="wkb">As <see cref="CanonicalWkb"/> writes it.</param>
    /// <param name="srid">Its system.</param>
    public void WriteGeometry(ReadOnlySpan<byte> wkb, int srid)
    {
        var extended = TakeValue(wkb.Length + sizeof(int));
        extended[0] = wkb[0];
        BinaryPrimitives.WriteUInt32LittleEndian(extended[1..], BinaryPrimitives.ReadUInt32LittleEndian(wkb[1..]) | SridFlag);
        BinaryPrimitives.WriteInt32LittleEndian(extended[5..], srid);
        wkb[5..].CopyTo(extended[9..]);
    }

    /// <summary>A property of a row.</summary>
    public void Write(FeatureRow row, int index, PropertyType type)
    {
        if (row.IsNull(index))
        {
            WriteNull();
            return;
        }
        switch (type)
        {
            case PropertyType.Text:
                var text = row.Text(index);
                text.CopyTo(TakeValue(text.Length));
                break;
            case PropertyType.Integer:
                Write(row.Whole(index));
                break;
            case PropertyType.Number:
                BinaryPrimitives.WriteDoubleBigEndian(TakeValue(sizeof(double)), row.Number(index));
                break;
            case PropertyType.Boolean:
                TakeValue(1)[0] = row.Truth(index) ? (byte)1 : (byte)0;
                break;
            case PropertyType.Date:
                BinaryPrimitives.WriteInt32BigEndian(TakeValue(sizeof(int)), row.Day(index).DayNumber - FirstDay.DayNumber);
                break;
            default:
                Write((row.Moment(index) - FirstMoment).Ticks / TimeSpan.TicksPerMicrosecond);
                break;
        }
    }

    /// <summary>Sends what has gathered, once it is worth a packet.</summary>
    public ValueTask SendAsync(CancellationToken cancellation) => buffer.WrittenCount < FlushAt ? ValueTask.CompletedTask : FlushAsync(cancellation);

    /// <summary>Ends the copy: the rows are in the table.</summary>
    public async Task CompleteAsync(CancellationToken cancellation)
    {
        BeginRow(-1);
        await FlushAsync(cancellation);
        isComplete = true;
        await stream.DisposeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (isComplete)
            return;
        try
        {
            await stream.CancelAsync();
            await stream.DisposeAsync();
        }
        catch (Exception fault) when (fault is ObjectDisposedException or NpgsqlException)
        {
            // The connection has ended the copy already; what went wrong there is on its way to the caller.
        }
    }

    private async ValueTask FlushAsync(CancellationToken cancellation)
    {
        await stream.WriteAsync(buffer.WrittenMemory, cancellation);
        buffer.ResetWrittenCount();
    }

    private Span<byte> TakeValue(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), length);
        return Take(length);
    }

    private Span<byte> Take(int length)
    {
        var span = buffer.GetSpan(length)[..length];
        buffer.Advance(length);
        return span;
    }
}
