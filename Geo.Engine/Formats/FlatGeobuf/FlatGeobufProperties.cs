using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Formats.Export;

namespace Geo.Engine.Formats.FlatGeobuf;

/// <summary>The values of a feature, each behind the number of its column; the id is column 0. Values that are missing are left out.</summary>
internal static class FlatGeobufProperties
{
    /// <summary>Number of a column type in the schema.</summary>
    public static byte TypeOf(PropertyType type) => type switch
    {
        PropertyType.Boolean => 2,
        PropertyType.Integer => 7,
        PropertyType.Number => 10,
        PropertyType.Date or PropertyType.DateTime => 13,
        _ => 11,
    };

    public static void Write(Feature feature, LayerDefinition definition, IBufferWriter<byte> target)
    {
        WriteColumn(target, 0);
        WriteInteger(target, feature.Id);
        for (var i = 0; i < definition.Properties.Count; i++)
        {
            if (feature.Values[i] is not { } value)
                continue;
            WriteColumn(target, i + 1);
            WriteValue(target, value);
        }
    }

    private static void WriteValue(IBufferWriter<byte> target, object value)
    {
        switch (value)
        {
            case bool flag:
                target.Write([flag ? (byte)1 : (byte)0]);
                break;
            case long integer:
                WriteInteger(target, integer);
                break;
            case double number:
                WriteInteger(target, BitConverter.DoubleToInt64Bits(number));
                break;
            default:
                WriteText(target, ExportText.Of(value));
                break;
        }
    }

    private static void WriteColumn(IBufferWriter<byte> target, int column)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(target.GetSpan(2), checked((ushort)column));
        target.Advance(2);
    }

    private static void WriteInteger(IBufferWriter<byte> target, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target.GetSpan(8), value);
        target.Advance(8);
    }

    private static void WriteText(IBufferWriter<byte> target, string text)
    {
        BinaryPrimitives.WriteInt32LittleEndian(target.GetSpan(4), Encoding.UTF8.GetByteCount(text));
        target.Advance(4);
        Encoding.UTF8.GetBytes(text, target);
    }
}
