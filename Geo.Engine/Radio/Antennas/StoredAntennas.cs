using System.Security.Cryptography;
using System.Text;
using Geo.Engine.Features;

namespace Geo.Engine.Radio.Antennas;

/// <summary>Antenna files of a store by name: the documents <c>antennas/{name}.msi</c>, which tables of masts name in their column <c>antenna</c>.</summary>
public static class StoredAntennas
{
    /// <summary>What the names of their documents begin with.</summary>
    public const string Folder = "antennas/";

    private const string Ending = ".msi";
    private const int MostCharacters = 100;

    /// <summary>Words that name no file: antennas every table knows.</summary>
    public static IReadOnlyList<string> Known { get; } = ["isotropic", "passive", "panel"];

    /// <summary>Whether an antenna may be kept under a name: letters, digits, hyphens, underscores and points, 1 to 100, and no word of <see cref="Known"/>.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= MostCharacters && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && !Known.Contains(name, StringComparer.Ordinal);

    /// <summary>Where an antenna is kept.</summary>
    public static string NameOf(string name) => $"{Folder}{name}{Ending}";

    /// <summary>The document that an antenna is kept as.</summary>
    public static StoredDocument Document(string name, string text) => new(NameOf(name), "text/plain", Encoding.UTF8.GetBytes(text));

    /// <summary>Names of the antennas of a store, in ordinal order.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(IFeatureStore store, CancellationToken cancellation) =>
        [.. (await store.ListDocumentsAsync(Folder, cancellation)).Where(n => n.EndsWith(Ending, StringComparison.Ordinal)).Select(n => n[Folder.Length..^Ending.Length])];

    /// <summary>The antennas of these names that the store has, each with its pattern or its faults; words of <see cref="Known"/> and empty names are passed over.</summary>
    public static async Task<IReadOnlyList<StoredAntenna>> ReadAsync(IFeatureStore store, IEnumerable<string> names, CancellationToken cancellation)
    {
        var read = new List<StoredAntenna>();
        foreach (var name in names.Distinct(StringComparer.Ordinal).Where(IsName).Order(StringComparer.Ordinal))
            if (await store.FindDocumentAsync(NameOf(name), cancellation) is { } document)
                read.Add(new StoredAntenna(name, Convert.ToHexStringLower(SHA256.HashData(document.Content.Span)), MsiFile.Read(Encoding.UTF8.GetString(document.Content.Span))));
        return read;
    }
}
