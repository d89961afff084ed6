namespace Geo.Engine.Features;

/// <summary>Text in order of code points, as both databases have it byte by byte in UTF-8; UTF-16 differs from it beyond the basic plane.</summary>
internal static class CodePoints
{
    /// <summary>Less than, equal to or greater than 0 as <paramref name="a"/> comes before, with or after <paramref name="b"/>.</summary>
    public static int Compare(string a, string b)
    {
        var same = a.AsSpan().CommonPrefixLength(b);
        if (same == a.Length || same == b.Length)
            return a.Length.CompareTo(b.Length);
        return Rank(a[same]).CompareTo(Rank(b[same]));
    }

    // Surrogates stand for code points above all others, but below U+E000 as code units.
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
