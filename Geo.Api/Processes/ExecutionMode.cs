using System.Globalization;

namespace Geo.Api.Processes;

/// <summary>Whether a client waits for the results (RFC 7240, <c>Prefer</c>).</summary>
/// <param name="IsAsync">True when it does not wait, or only for <paramref name="Wait"/>.</param>
/// <param name="Wait">How long it waits at most before it is content with a job; null for as long as the server lets it.</param>
internal sealed record ExecutionMode(bool IsAsync, TimeSpan? Wait)
{
    /// <summary>What the header asks for. Every process can do both; without a word the client waits, as the standard has it.</summary>
    public static ExecutionMode Of(IHeaderDictionary headers)
    {
        var preferences = headers["Prefer"].SelectMany(v => (v ?? "").Split(',')).Select(p => p.Trim().ToLowerInvariant()).ToList();
        var wait = preferences.Where(p => p.StartsWith("wait=", StringComparison.Ordinal))
            .Select(p => int.TryParse(p["wait=".Length..].Trim('"', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400)) : (TimeSpan?)null)
            .FirstOrDefault(w => w is not null);
        return new(preferences.Contains("respond-async"), wait);
    }

    /// <summary>The header that says what of it was heeded; null when nothing was asked for.</summary>
    public string? Applied(bool asJob) => asJob && IsAsync
        ? "respond-async"
        : Wait is { } wait ? FormattableString.Invariant($"wait={(int)wait.TotalSeconds}") : null;
}
