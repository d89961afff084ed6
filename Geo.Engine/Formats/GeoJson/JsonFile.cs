using System.Text.Json;
using Geo.Engine.Features;

namespace Geo.Engine.Formats.GeoJson;

/// <summary>
/// Reads JSON text of any size from a stream: token by token on the outside, whole values where asked. Holds one value at a time
/// in memory, at most <see cref="LongestValue"/> bytes. Faults name the byte.
/// </summary>
internal sealed class JsonFile(Stream stream, string name) : IAsyncDisposable
{
    /// <summary>Longest single value, bytes: a polygon of about seven million vertices.</summary>
    public const int LongestValue = 256 << 20;

    /// <summary>Deepest nesting of brackets: 32 collections in one another take 70.</summary>
    public static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 80 };

    private const byte RecordSeparator = 0x1E;

    private byte[] _buffer = new byte[256 << 10];
    private int _start;
    private int _end;
    private long _bufferOffset;
    private bool _atEnd;
    private JsonReaderState _state = new(ReaderOptions);

    /// <summary>Byte offset of the value or token that was read last.</summary>
    public long Offset { get; private set; }

    /// <summary>Byte offset of what comes next.</summary>
    public long TextOffset => _bufferOffset + _start;

    /// <summary>The text of the last string or property name.</summary>
    public string? Text { get; private set; }

    /// <summary>Fills the buffer for the first time and checks that the bytes can be JSON.</summary>
    public async ValueTask BeginAsync(CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        var head = _buffer.AsSpan(0, _end);
        if (head.IsEmpty)
            throw Refusal(0, "the file is empty");
        if (head.StartsWith<byte>([0xFE, 0xFF]) || head.StartsWith<byte>([0xFF, 0xFE]) || (head.Length > 1 && (head[0] == 0 || head[1] == 0)))
            throw Refusal(0, "the text is UTF-16 or UTF-32; GeoJSON is UTF-8");
        if (head.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            _start = 3;
    }

    /// <summary>The next token; <see cref="JsonTokenType.None"/> at the end of the text.</summary>
    public async ValueTask<JsonTokenType> ReadAsync(CancellationToken cancellation)
    {
        JsonTokenType token;
        while (!TryRead(out token))
            await FillAsync(cancellation);
        return token;
    }

    /// <summary>The next value whole, valid until the next call; null where an array ends.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadValueAsync(CancellationToken cancellation)
    {
        ReadOnlyMemory<byte>? value;
        while (!TryReadValue(out value))
            await FillAsync(cancellation);
        return value;
    }

    /// <summary>Goes to the next text of a sequence (RFC 8142, or one text a line); false at the end.</summary>
    public async ValueTask<bool> NextTextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            while (_start < _end && _buffer[_start] is RecordSeparator or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                _start++;
            _state = new JsonReaderState(ReaderOptions);
            if (_start < _end)
                return true;
            if (_atEnd)
                return false;
            await FillAsync(cancellation);
        }
    }

    /// <summary>Refuses the file at a byte.</summary>
    public ImportRefusedException Refusal(long offset, string message) => new(new ImportProblem(name, $"byte {offset}", message));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private bool TryRead(out JsonTokenType token)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _atEnd, _state);
        token = JsonTokenType.None;
        try
        {
            if (!reader.Read())
                return _atEnd;
        }
        catch (JsonException fault)
        {
            throw Malformed(reader.BytesConsumed, fault);
        }

        token = reader.TokenType;
        Offset = _bufferOffset + _start + reader.TokenStartIndex;
        if (token is JsonTokenType.PropertyName or JsonTokenType.String)
            Text = JsonStrings.Find(reader) ?? throw Refusal(Offset, JsonStrings.NotText.En);
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return true;
    }

    private bool TryReadValue(out ReadOnlyMemory<byte>? value)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _atEnd, _state);
        value = null;
        try
        {
            if (!reader.Read())
                return _atEnd ? throw Refusal(_bufferOffset + _end, "the text ends where a value should be") : false;
            var first = (int)reader.TokenStartIndex;
            if (reader.TokenType != JsonTokenType.EndArray)
            {
                if (!reader.TrySkip())
                    return false;
                value = _buffer.AsMemory(_start + first, (int)reader.BytesConsumed - first);
            }

            Offset = _bufferOffset + _start + first;
        }
        catch (JsonException fault)
        {
            throw Malformed(reader.BytesConsumed, fault);
        }

        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return true;
    }

    private ImportRefusedException Malformed(long consumed, Exception fault)
    {
        var offset = _bufferOffset + _start + consumed;
        return Refusal(offset, Explain(fault).En);
    }

    /// <summary>What the reader found wrong, for people.</summary>
    public static BilingualText Explain(Exception fault) => fault.Message.Contains("maximum configured depth", StringComparison.Ordinal)
        ? new($"các dấu ngoặc lồng nhau sâu hơn {ReaderOptions.MaxDepth} tầng", $"brackets are nested deeper than {ReaderOptions.MaxDepth} levels")
        : new($"đây không phải JSON ({Sentence(fault.Message)})", $"this is not JSON ({Sentence(fault.Message)})");

    // The reader's own message ends in a position within the buffer, which says nothing about the file.
    private static string Sentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _bufferOffset += _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Grow();
        var wanted = _buffer.Length - _end;
        var read = await stream.ReadAtLeastAsync(_buffer.AsMemory(_end), wanted, throwOnEndOfStream: false, cancellation);
        _end += read;
        _atEnd = read < wanted;
    }

    private void Grow()
    {
        if (_buffer.Length >= LongestValue)
            throw Refusal(_bufferOffset, $"one feature is longer than {LongestValue >> 20} MiB");
        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
