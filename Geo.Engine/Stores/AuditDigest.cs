using System.Security.Cryptography;
using System.Text;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Jobs;

namespace Geo.Engine.Stores;

/// <summary>What the audit log says of a change: names, and hashes of what was there and is there.</summary>
internal static class AuditDigest
{
    private const int MostNames = 20;

    /// <summary>The entry for layers and documents; null when there are none but outputs of jobs, which change nothing that others see.</summary>
    /// <param name="change">What was done.</param>
    /// <param name="before">The SHA-256 of each document as it was; null where there was none.</param>
    /// <param name="at">When.</param>
    public static AuditEntry? Of(StoreChange change, IReadOnlyList<string?> before, DateTimeOffset at)
    {
        var documents = change.Documents.Zip(before, (document, was) => (document.Name, Was: was, Is: (string?)document.Sha256)).Where(d => !Job.IsOutput(d.Name)).ToList();
        var targets = change.RemovedLayers.Select(id => $"-layer {id}")
            .Concat(change.Layers.Select(l => $"layer {l.Definition.Id}"))
            .Concat(documents.Select(d => d.Name)).ToList();
        if (targets.Count == 0)
            return null;
        return new AuditEntry(at, change.Author, Shown(targets), Hash(documents.Select(d => (d.Name, d.Was))), Hash(documents.Select(d => (d.Name, d.Is))));
    }

    /// <summary>The entry for edits of features.</summary>
    /// <param name="edits">What was done.</param>
    /// <param name="changed">Of each feature the fingerprint as it was and as it is; null where it was not, or is no more.</param>
    /// <param name="at">When.</param>
    public static AuditEntry Of(LayerEdits edits, IReadOnlyList<(long Id, string? Was, string? Is)> changed, DateTimeOffset at) => new(
        at,
        new Author(edits.Editor, "features.edit", edits.RequestId),
        $"layer {edits.Layer.Id}: {Shown(changed.Select(c => FormattableString.Invariant($"{(c.Was is null ? "+" : c.Is is null ? "-" : "")}{c.Id}")))}",
        Hash(changed.Select(c => (FormattableString.Invariant($"{c.Id}"), c.Was))),
        Hash(changed.Select(c => (FormattableString.Invariant($"{c.Id}"), c.Is))));

    /// <summary>The entry for a new key: its role, never its hash.</summary>
    public static AuditEntry OfNewKey(AccessKey key, Author author) => new(key.Created, author, $"key {key.Id}, {key.Role.ToString().ToLowerInvariant()}, {key.Label}");

    private static string Shown(IEnumerable<string> names)
    {
        var all = names.ToList();
        var first = string.Join(", ", all.Take(MostNames));
        return all.Count <= MostNames ? first : FormattableString.Invariant($"{first} and {all.Count - MostNames} more");
    }

    private static string? Hash(IEnumerable<(string Name, string? Hash)> things)
    {
        var lines = things.Where(t => t.Hash is not null).Select(t => $"{t.Name}\n{t.Hash}\n").ToList();
        return lines.Count == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
