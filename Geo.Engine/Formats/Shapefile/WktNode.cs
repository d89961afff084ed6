using System.Globalization;

namespace Geo.Engine.Formats.Shapefile;

/// <summary>A node of the well-known text of a coordinate system: <c>KEYWORD[values and nodes]</c>, in both brackets, versions 1 and 2.</summary>
internal sealed class WktNode
{
    private const int Deepest = 32;
    private const int Longest = 1 << 16;

    private WktNode(string keyword) => Keyword = keyword.ToUpperInvariant();

    /// <summary>The keyword in capitals.</summary>
    public string Keyword { get; }

    /// <summary>Values between the brackets, without quotation marks.</summary>
    public List<string> Values { get; } = [];

    /// <summary>Nodes between the brackets.</summary>
    public List<WktNode> Nodes { get; } = [];

    /// <summary>The node itself and everything below it.</summary>
    public IEnumerable<WktNode> All => Nodes.SelectMany(n => n.All).Prepend(this);

    /// <summary>A value as a number; null when it is none.</summary>
    public double? Number(int index) =>
        index < Values.Count && double.TryParse(Values[index], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>The root of a text; null when it is not well-known text.</summary>
    public static WktNode? Parse(string text)
    {
        var position = 0;
        return text.Length <= Longest ? Parse(text.Trim(), ref position, 1) : null;
    }

    private static WktNode? Parse(string text, ref int position, int depth)
    {
        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] == '_'))
            position++;
        if (position == start || depth > Deepest)
            return null;
        var node = new WktNode(text[start..position]);
        SkipBlanks(text, ref position);
        if (position == text.Length || text[position] is not ('[' or '('))
            return null;
        do
        {
            position++;
            if (!node.ParseItem(text, ref position, depth))
                return null;
            SkipBlanks(text, ref position);
        }
        while (position < text.Length && text[position] == ',');
        if (position == text.Length || text[position] is not (']' or ')'))
            return null;
        position++;
        return node;
    }

    private bool ParseItem(string text, ref int position, int depth)
    {
        SkipBlanks(text, ref position);
        if (position < text.Length && text[position] == '"')
            return ParseQuoted(text, ref position);
        var end = text.AsSpan(position).IndexOfAny("[](),");
        if (end < 0)
            return false;
        if (text[position + end] is '[' or '(')
        {
            if (Parse(text, ref position, depth + 1) is not { } child)
                return false;
            Nodes.Add(child);
            return true;
        }

        Values.Add(text.Substring(position, end).Trim());
        position += end;
        return true;
    }

    private bool ParseQuoted(string text, ref int position)
    {
        var end = text.IndexOf('"', position + 1);
        if (end < 0)
            return false;
        Values.Add(text[(position + 1)..end]);
        position = end + 1;
        return true;
    }

    private static void SkipBlanks(string text, ref int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
    }
}
