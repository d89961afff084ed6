namespace Geo.Engine.Yaml;

/// <summary>Finds what a misspelt word was meant to be.</summary>
public static class Spelling
{
    /// <summary>"did you mean 'x'?" for the nearest known word, or null when none is near (more than a third of the letters differ).</summary>
    public static BilingualText? Hint(string word, IEnumerable<string> known)
    {
        var nearest = known
            .Select(candidate => (candidate, distance: Distance(word, candidate)))
            .Where(c => c.distance <= Math.Max(1, Math.Max(word.Length, c.candidate.Length) / 3))
            .OrderBy(c => c.distance).ThenBy(c => c.candidate, StringComparer.Ordinal)
            .Select(c => c.candidate)
            .FirstOrDefault();
        return nearest is null ? null : new($"ý bạn là '{nearest}'?", $"did you mean '{nearest}'?");
    }

    /// <summary>Least number of letters put in, left out or replaced.</summary>
    /// <remarks>Source: Levenshtein, V. I. (1966), Soviet Physics Doklady 10:707; Wagner and Fischer (1974), J. ACM 21:168.</remarks>
    private static int Distance(string a, string b)
    {
        if (a.Length > 64 || b.Length > 64)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[^1];
    }
}
