using System.Buffers;
using Geo.Engine.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Engine.Formats.Csv;

/// <summary>Reads well-known text (OGC 06-103r4 section 7) after a look at its brackets: NetTopologySuite follows them by recursion, without a limit.</summary>
internal sealed class WktText
{
    // A multi-polygon inside the deepest collection allowed.
    private const int DeepestBrackets = WkbScan.DeepestNesting + 4;

    // NetTopologySuite's tokeniser runs off its table on any other character.
    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \t\r\n(),.;=+-");

    private readonly WKTReader _text;
    private readonly WKBReader _binary;

    /// <summary>A reader whose geometries belong to a factory.</summary>
    public WktText(GeometryFactory factory)
    {
        var services = new NetTopologySuite.NtsGeometryServices(factory.CoordinateSequenceFactory, factory.PrecisionModel, factory.SRID);
        _text = new WKTReader(services) { IsOldNtsCoordinateSyntaxAllowed = false, FixStructure = true };
        _binary = new WKBReader(services);
    }

    /// <summary>The geometry, flat; null when it is empty. Or what is wrong.</summary>
    public (Geometry? Geometry, string? Fault) Read(string text)
    {
        if (IsTooDeep(text))
            return (null, $"brackets are nested deeper than {DeepestBrackets} levels");
        if (text.AsSpan().IndexOfAnyExcept(Alphabet) is >= 0 and var odd)
            return (null, $"not well-known text (the character '{text[odd]}')");
        try
        {
            var geometry = _text.Read(text);
            if (geometry is null)
                return (null, "not well-known text");
            if (geometry.IsEmpty)
                return (null, null);
            return Flat(geometry) is { } flat ? (flat, null) : (null, "a coordinate is not finite");
        }
        catch (ParseException fault)
        {
            return (null, Unreadable(fault));
        }
        catch (ArgumentException fault)
        {
            return (null, Unreadable(fault));
        }
    }

    /// <summary>The kind a text begins with; <see cref="GeometryKind.Geometry"/> for anything else.</summary>
    public static GeometryKind KindOf(string text)
    {
        var start = text.AsSpan(text.IndexOf(';', StringComparison.Ordinal) + 1).TrimStart();
        var end = start.IndexOfAny(' ', '(');
        return Enum.TryParse<GeometryKind>(end < 0 ? start : start[..end], ignoreCase: true, out var kind) && Enum.IsDefined(kind) && kind != GeometryKind.None
            ? kind
            : GeometryKind.Geometry;
    }

    private static string Unreadable(Exception fault) => $"not well-known text ({fault.Message.Split('\n')[0].TrimEnd('.', '\r')})";

    private static bool IsTooDeep(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > DeepestBrackets)
                return true;
        }

        return false;
    }

    private Geometry? Flat(Geometry geometry)
    {
        var check = new FiniteFilter();
        geometry.Apply(check);
        if (!check.IsFinite)
            return null;
        return _binary.Read(new WKBWriter(ByteOrder.LittleEndian, false, false, false).Write(geometry));
    }

    private sealed class FiniteFilter : ICoordinateSequenceFilter
    {
        public bool IsFinite { get; private set; } = true;

        public bool Done => !IsFinite;

        public bool GeometryChanged => false;

        public void Filter(CoordinateSequence seq, int i) => IsFinite &= double.IsFinite(seq.GetX(i)) && double.IsFinite(seq.GetY(i));
    }
}
