using System.Globalization;
using System.Text;
using Geo.Engine.Features;

namespace Geo.Engine.Tiles;

/// <summary>
/// The values of a tile's features as Mapbox Vector Tile 2.1 (section 4.1) writes them, each kept once, taken from the bytes of rows. Null is left out, dates
/// are text as in GeoJSON. Not to be shared between threads.
/// </summary>
/// <param name="properties">The properties of the layer.</param>
/// <param name="longestText">Texts of more letters are left out.</param>
internal sealed class TileValues(IReadOnlyList<PropertyDefinition> properties, int longestText) : IDisposable
{
    private const int LongestMoment = 32;
    private const int Field = 4; // of a layer: a value

    private readonly PropertyType[] _types = [.. properties.Select(p => p.Type)];
    private readonly DistinctFields _fields = new();
    private readonly TileBuffer<uint> _tags = new();
    private readonly KnownDays _days = new();
    private readonly int[] _asked = new int[properties.Count]; // where in the tags numbers of fields are missing
    private readonly uint[] _numbers = new uint[properties.Count];

    /// <summary>How many values there are.</summary>
    public int Count => _fields.Count;

    /// <summary>The field of a value in the message of a layer.</summary>
    public ReadOnlySpan<byte> this[uint value] => _fields[value];

    /// <summary>The values of a row, as pairs of a property and a value; see <see cref="Pairs"/>.</summary>
    public TileTags TagsOf(FeatureRow row)
    {
        var tags = _tags.Room(2 * _types.Length);
        var (count, asked) = (0, 0);
        for (var i = 0; i < _types.Length; i++)
        {
            if (row.IsNull(i))
                continue;
            if (_types[i] == PropertyType.Date && _days.TryFind(row.Day(i), out var known))
            {
                tags[count + 1] = known;
            }
            else
            {
                if (!TryWrite(row, i))
                    continue;
                _fields.Mark();
                _asked[asked++] = count + 1;
            }
            tags[count] = (uint)i;
            count += 2;
        }
        TakeNumbers(row, tags, asked);
        _tags.Advance(count);
        return new(_tags.Count - count, count);
    }

    /// <summary>The pairs of a feature.</summary>
    public ReadOnlySpan<uint> Pairs(TileTags tags) => _tags.Items.Slice(tags.Start, tags.Count);

    /// <inheritdoc/>
    public void Dispose()
    {
        _fields.Dispose();
        _tags.Dispose();
        _days.Dispose();
    }

    private void TakeNumbers(FeatureRow row, Span<uint> tags, int asked)
    {
        var numbers = _numbers.AsSpan(0, asked);
        _fields.TakeNumbers(numbers);
        for (var i = 0; i < asked; i++)
        {
            var property = (int)tags[_asked[i] - 1];
            tags[_asked[i]] = numbers[i];
            if (_types[property] == PropertyType.Date)
                _days.Add(row.Day(property), numbers[i]);
        }
    }

    // The field of the layer, and in it the message of the value.
    private bool TryWrite(FeatureRow row, int index)
    {
        switch (_types[index])
        {
            case PropertyType.Text:
                var text = row.Text(index);
                if (text.Length > longestText && Encoding.UTF8.GetCharCount(text) > longestText)
                    return false;
                WriteText(text);
                break;
            case PropertyType.Integer:
                var whole = (ulong)row.Whole(index);
                _fields.Writer.Head(Field, 1 + ProtobufWriter.SizeOf(whole));
                _fields.Writer.Varint(4, whole);
                break;
            case PropertyType.Number:
                _fields.Writer.Head(Field, 1 + sizeof(double));
                _fields.Writer.Double(3, row.Number(index));
                break;
            case PropertyType.Boolean:
                _fields.Writer.Head(Field, 1 + 1);
                _fields.Writer.Varint(7, row.Truth(index) ? 1UL : 0UL);
                break;
            default:
                WriteTime(row, index);
                break;
        }
        return true;
    }

    private void WriteText(ReadOnlySpan<byte> text)
    {
        _fields.Writer.Head(Field, 1 + ProtobufWriter.SizeOf((uint)text.Length) + text.Length);
        _fields.Writer.Bytes(1, text);
    }

    private void WriteTime(FeatureRow row, int index)
    {
        Span<byte> text = stackalloc byte[LongestMoment];
        var length = 0;
        _ = _types[index] == PropertyType.Date
            ? row.Day(index).TryFormat(text, out length, "O", CultureInfo.InvariantCulture)
            : row.Moment(index).TryFormat(text, out length, "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
        WriteText(text[..length]);
    }
}
