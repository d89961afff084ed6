using System.Globalization;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Formats.Intake;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.GeoJson;

/// <summary>
/// Reads one geometry of RFC 7946 section 3.1. Judges every bracket and number before NetTopologySuite sees a position: at most
/// <see cref="WkbScan.DeepestNesting"/> collections in one another, two or more finite numbers to a position. Further ordinates are left out and
/// counted, and heights too unless they are kept.
/// </summary>
/// <param name="rings">Makes the parts.</param>
/// <param name="keepsHeights">Whether a third ordinate is kept.</param>
internal sealed class GeoJsonGeometryReader(RingBuilder rings, bool keepsHeights = false)
{
    private readonly int[] _path = new int[8];
    private int _depth;
    private long _base;
    private string _pointer = "";

    /// <summary>Positions so far that had a third ordinate.</summary>
    public long Heights { get; private set; }

    /// <summary>Positions so far that had more than three ordinates.</summary>
    public long FurtherOrdinates { get; private set; }

    /// <summary>The geometry, or null when it is empty.</summary>
    /// <exception cref="GeoJsonFault">It is not one.</exception>
    public Geometry? Read(ReadOnlySpan<byte> json, long position, string pointer) => Read(json, position, pointer, 1);

    private Geometry? Read(ReadOnlySpan<byte> json, long position, string pointer, int nesting)
    {
        if (nesting > WkbScan.DeepestNesting)
            throw new GeoJsonFault(pointer, position, new(
                $"các tập hợp lồng nhau sâu hơn {WkbScan.DeepestNesting} tầng",
                $"collections are nested deeper than {WkbScan.DeepestNesting} levels"));
        var parts = GeometryParts.Find(json, position, pointer);
        if (parts.Type == "GeometryCollection")
            return ReadCollection(json, parts.Content, position, pointer + "/geometries", nesting);
        _base = position + parts.Content.Start.Value;
        _pointer = pointer + "/coordinates";
        _depth = 0;
        var reader = new Utf8JsonReader(json[parts.Content], JsonFile.ReaderOptions);
        reader.Read();
        return ReadCoordinates(ref reader, parts.Type);
    }

    private GeometryCollection? ReadCollection(ReadOnlySpan<byte> json, Range content, long position, string pointer, int nesting)
    {
        var members = new List<Geometry>();
        var reader = new Utf8JsonReader(json[content], JsonFile.ReaderOptions);
        reader.Read();
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            var start = content.Start.Value + (int)reader.TokenStartIndex;
            reader.Skip();
            var member = json[start..(content.Start.Value + (int)reader.BytesConsumed)];
            if (Read(member, position + start, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{i}"), nesting + 1) is { } geometry)
                members.Add(geometry);
        }

        return members.Count == 0 ? null : rings.Factory.CreateGeometryCollection([.. members]);
    }

    private Geometry? ReadCoordinates(ref Utf8JsonReader reader, string type) => type switch
    {
        "Point" => ReadPosition(ref reader, mayBeEmpty: true) is { } p ? rings.Factory.CreatePoint(p) : null,
        "MultiPoint" => Collection(ReadPositions(ref reader), p => rings.Factory.CreateMultiPointFromCoords([.. p])),
        "LineString" => rings.Line(ReadPositions(ref reader)),
        "MultiLineString" => Collection(ReadEach(ref reader, (ref r) => rings.Line(ReadPositions(ref r))), l => rings.Factory.CreateMultiLineString([.. l])),
        "Polygon" => ReadPolygon(ref reader),
        _ => Collection(ReadEach(ref reader, ReadPolygon), p => rings.Factory.CreateMultiPolygon([.. p])),
    };

    private static Geometry? Collection<T>(List<T> parts, Func<List<T>, Geometry> make) => parts.Count == 0 ? null : make(parts);

    private Polygon? ReadPolygon(ref Utf8JsonReader reader)
    {
        var parts = new List<LinearRing?>();
        BeginArray(ref reader, new("vòng", "rings"));
        while (Next(ref reader))
            parts.Add(rings.Ring(ReadPositions(ref reader)));
        return rings.Polygon(parts);
    }

    private delegate T? PartReader<T>(ref Utf8JsonReader reader);

    private List<T> ReadEach<T>(ref Utf8JsonReader reader, PartReader<T> read)
    {
        var parts = new List<T>();
        BeginArray(ref reader, new("phần", "parts"));
        while (Next(ref reader))
        {
            if (read(ref reader) is { } part)
                parts.Add(part);
        }

        return parts;
    }

    private List<Coordinate> ReadPositions(ref Utf8JsonReader reader)
    {
        var positions = new List<Coordinate>();
        BeginArray(ref reader, new("vị trí", "positions"));
        while (Next(ref reader))
            positions.Add(ReadPosition(ref reader, mayBeEmpty: false)!); // null only where it may be empty
        return positions;
    }

    private Coordinate? ReadPosition(ref Utf8JsonReader reader, bool mayBeEmpty)
    {
        BeginArray(ref reader, new("hai số", "two numbers"));
        Span<double> position = stackalloc double[3];
        var ordinates = 0;
        while (Next(ref reader))
        {
            var ordinate = Ordinate(ref reader);
            if (ordinates < 3)
                position[ordinates] = ordinate;
            ordinates++;
        }

        Heights += ordinates == 3 ? 1 : 0;
        FurtherOrdinates += ordinates > 3 ? 1 : 0;
        if (ordinates == 0 && mayBeEmpty)
            return null;
        if (keepsHeights && ordinates >= 3)
            return new CoordinateZ(position[0], position[1], position[2]);
        return ordinates >= 2 ? new Coordinate(position[0], position[1]) : throw Fault(ref reader, new($"một vị trí có {ordinates} số; cần ít nhất hai", $"a position of {ordinates} number(s); it has at least two"));
    }

    private double Ordinate(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
            throw Fault(ref reader, JsonWords.Instead(reader.TokenType, "một số", "a number"));
        if (!reader.TryGetDouble(out var value) || !double.IsFinite(value))
        {
            var number = JsonWords.Shorten(System.Text.Encoding.UTF8.GetString(reader.ValueSpan));
            throw Fault(ref reader, new($"số {number} không hữu hạn", $"the number {number} is not finite"));
        }
        return value;
    }

    private void BeginArray(ref Utf8JsonReader reader, BilingualText what)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Fault(ref reader, JsonWords.Instead(reader.TokenType, $"một mảng gồm {what.Vi}", $"an array of {what.En}"));
        _path[_depth++] = -1;
    }

    private bool Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _depth--;
            return false;
        }

        _path[_depth - 1]++;
        return true;
    }

    private GeoJsonFault Fault(ref Utf8JsonReader reader, BilingualText message)
    {
        var indices = _path.Take(_depth).Select(i => "/" + i.ToString(CultureInfo.InvariantCulture));
        return new GeoJsonFault(_pointer + string.Concat(indices), _base + reader.TokenStartIndex, message);
    }
}
