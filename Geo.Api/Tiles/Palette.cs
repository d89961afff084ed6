using System.Globalization;
using Geo.Engine.Features;

namespace Geo.Api.Tiles;

/// <summary>
/// The colours of a legend: index 0 is transparent, index i the i-th entry. A value beside every entry is transparent; the upper end of
/// the last entry of a ramp belongs to it, so that the largest value has a colour.
/// </summary>
internal sealed class Palette
{
    private const int MostEntries = 255;
    private readonly LegendEntry[] _entries;
    private readonly double _last;

    public Palette(IReadOnlyList<LegendEntry> legend)
    {
        _entries = [.. legend.Take(MostEntries)];
        _last = _entries.Length == 0 ? double.NaN : _entries.Max(e => e.To);
        Colours = [0, 0, 0, .. _entries.SelectMany(e => Bytes(e.Colour))];
    }

    /// <summary>Red, green and blue of each index.</summary>
    public byte[] Colours { get; }

    /// <summary>A palette of ten greys, for grids that bring no legend.</summary>
    /// <param name="least">Smallest value.</param>
    /// <param name="most">Largest value.</param>
    public static Palette Greys(double least, double most)
    {
        var step = (most - least) / 10;
        if (!(step > 0))
            return new Palette([new LegendEntry(least, least, "#808080", new("", ""))]);
        return new Palette([.. Enumerable.Range(0, 10).Select(i => new LegendEntry(
            least + (i * step),
            i == 9 ? most : least + ((i + 1) * step),
            string.Create(CultureInfo.InvariantCulture, $"#{240 - (i * 22):x2}{240 - (i * 22):x2}{240 - (i * 22):x2}"),
            new("", "")))]);
    }

    /// <summary>The index of a value's colour; 0 for NaN and for values beside the legend.</summary>
    public byte IndexOf(float value)
    {
        for (var i = 0; i < _entries.Length; i++)
        {
            if (Holds(_entries[i], value, _last))
                return (byte)(i + 1);
        }
        return 0;
    }

    /// <summary>The legend entry of a value; null when none holds it.</summary>
    public static LegendEntry? EntryOf(IReadOnlyList<LegendEntry> legend, float value)
    {
        var last = legend.Count == 0 ? double.NaN : legend.Max(e => e.To);
        return legend.FirstOrDefault(e => Holds(e, value, last));
    }

    /// <summary>Values come as float, ends of a legend as double: 0.7 must lie on the same side in both.</summary>
    private static bool Holds(LegendEntry entry, float value, double last)
    {
        var (from, to) = ((float)entry.From, (float)entry.To);
        return value >= from && (value < to || (value == to && (from == to || entry.To == last)));
    }

    private static byte[] Bytes(string colour) =>
        colour.Length == 7 && colour[0] == '#' && int.TryParse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
            ? [(byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb]
            : [128, 128, 128];
}
