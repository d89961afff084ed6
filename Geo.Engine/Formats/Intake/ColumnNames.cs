using System.Globalization;
using System.Text;
using Geo.Engine.Features;

namespace Geo.Engine.Formats.Intake;

/// <summary>
/// Makes column names that every store and every query language takes as they are: ASCII letters, digits and underscores, a letter first, at
/// most 60, unlike any other but for case. The file's own name stays as the title.
/// </summary>
internal static class ColumnNames
{
    private const int Longest = 60;

    // Names the stores and OGC services use themselves.
    private static readonly string[] Reserved = ["fid", "id", "geom", "geometry", "ogc_fid", "rowid", "bbox", "limit", "datetime", "f", "crs"];

    /// <summary>The columns with names made safe, in the same order; <paramref name="renames"/> maps names of the file.</summary>
    public static IReadOnlyList<PropertyDefinition> Clean(IReadOnlyList<PropertyDefinition> columns, IReadOnlyDictionary<string, string> renames)
    {
        var taken = new HashSet<string>(Reserved, StringComparer.OrdinalIgnoreCase);
        return [.. columns.Select(c => Clean(c, renames.TryGetValue(c.Name, out var name) ? name : c.Name, taken))];
    }

    /// <summary>Letters without marks, <c>đ</c> as <c>d</c>, anything else as <paramref name="filler"/>.</summary>
    public static string Fold(string text, char filler)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
                continue;
            var letter = rune switch { 'đ' => 'd', 'Đ' => 'D', _ => rune };
            folded.Append(char.IsAsciiLetterOrDigit(letter) ? letter : filler);
        }

        return folded.ToString();
    }

    private static PropertyDefinition Clean(PropertyDefinition column, string name, HashSet<string> taken)
    {
        var clean = Fold(name, '_').Trim('_');
        if (clean.Length == 0 || !char.IsAsciiLetter(clean[0]))
            clean = "c_" + clean;
        clean = Unused(clean.Length > Longest ? clean[..Longest] : clean, taken);
        return clean == column.Name ? column : column with { Name = clean, Title = column.Title ?? new BilingualText(name, name) };
    }

    private static string Unused(string name, HashSet<string> taken)
    {
        var candidate = name;
        for (var n = 2; !taken.Add(candidate); n++)
            candidate = string.Create(CultureInfo.InvariantCulture, $"{name}_{n}");
        return candidate;
    }
}
