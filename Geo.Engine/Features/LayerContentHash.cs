using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Geo.Engine.Features;

/// <summary>
/// SHA-256 over a layer's content, gathered while its features stream by in ascending order of id. Equal for equal content, whatever the
/// store: coordinate system, column names and types, then of each feature its id, its geometry as <see cref="CanonicalWkb"/> and its values.
/// All numbers are little-endian; texts are UTF-8 with their length in front.
/// </summary>
public sealed class LayerContentHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> row = new();

    /// <summary>Begins with the layer's shape.</summary>
    public LayerContentHash(LayerDefinition definition)
    {
        AppendText(definition.System.Code);
        foreach (var property in definition.Properties)
        {
            AppendText(property.Name);
            AppendText(property.Type.ToString());
        }
        Flush();
    }

    /// <summary>Adds the next feature.</summary>
    public void Append(Feature feature)
    {
        AppendInteger(feature.Id);
        AppendTag((byte)(feature.Geometry is null ? 0 : 1));
        if (feature.Geometry is { } geometry)
            CanonicalWkb.Write(geometry, row);
        foreach (var value in feature.Values)
            AppendValue(value);
        Flush();
    }

    /// <summary>The hash as 64 lower-case hexadecimal digits; ends the gathering.</summary>
    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();

    private void AppendValue(object? value)
    {
        AppendTag(TagOf(value));
        switch (value)
        {
            case string text:
                AppendText(text);
                break;
            case long or double or bool or DateOnly or DateTime:
                AppendInteger(BitsOf(value));
                break;
        }
    }

    private static byte TagOf(object? value) => value switch
    {
        null => 0,
        string => 1,
        long => 2,
        double => 3,
        bool => 4,
        DateOnly => 5,
        DateTime => 6,
        _ => throw new ArgumentException($"A value of type {value.GetType().Name} does not belong in a feature.", nameof(value)),
    };

    private static long BitsOf(object value) => value switch
    {
        long integer => integer,
        double number => BitConverter.DoubleToInt64Bits(number == 0 ? 0 : number),
        bool flag => flag ? 1 : 0,
        DateOnly date => date.DayNumber,
        DateTime moment => moment.Ticks,
        _ => 0,
    };

    private void AppendTag(byte tag)
    {
        row.GetSpan(1)[0] = tag;
        row.Advance(1);
    }

    private void AppendInteger(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(row.GetSpan(8), value);
        row.Advance(8);
    }

    private void AppendText(string text)
    {
        AppendInteger(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, row);
    }

    private void Flush()
    {
        hash.AppendData(row.WrittenSpan);
        row.ResetWrittenCount();
    }
}
