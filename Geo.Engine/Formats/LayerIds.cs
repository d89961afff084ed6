using System.Text.RegularExpressions;
using Geo.Engine.Formats.Intake;

namespace Geo.Engine.Formats;

/// <summary>Identifiers of imported layers: they stand in URLs, scenarios, file and table names, so only <c>[a-z][a-z0-9-]{0,62}</c> will do.</summary>
public static partial class LayerIds
{
    private const int Longest = 63;

    /// <summary>Whether a text can be a layer's identifier.</summary>
    public static bool IsValid(string id) => Pattern().IsMatch(id);

    /// <summary>Why a text cannot be one.</summary>
    internal static BilingualText Rule(string id) => new(
        $"'{id}' không thể là mã của lớp; được phép chữ thường, chữ số và gạch nối, chữ cái đứng đầu, tối đa {Longest}",
        $"'{id}' cannot be a layer's identifier; allowed are small letters, digits and hyphens, a letter first, at most {Longest}");

    /// <summary>An identifier made from a file name of any script; <c>layer</c> when nothing of it can be used.</summary>
    public static string Of(string name)
    {
        var words = ColumnNames.Fold(name, '-').ToLowerInvariant().Split('-', StringSplitOptions.RemoveEmptyEntries);
        var id = string.Join('-', words);
        if (id.Length == 0)
            return "layer";
        id = char.IsAsciiLetter(id[0]) ? id : "layer-" + id;
        return id.Length > Longest ? id[..Longest].TrimEnd('-') : id;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,62}$", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
