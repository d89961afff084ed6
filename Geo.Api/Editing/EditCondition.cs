using Geo.Api.Collections;
using Microsoft.Net.Http.Headers;

namespace Geo.Api.Editing;

/// <summary>
/// What a request says about the state of the feature it edits (<c>If-Match</c>, <c>If-None-Match</c>; RFC 9110, 13.1). Tags of any form and system name
/// the state they were given for; weak ones match nothing in <c>If-Match</c>, as that comparison is strong.
/// </summary>
internal sealed class EditCondition
{
    private readonly bool isAny;
    private readonly HashSet<string> wanted;
    private readonly bool refusesAny;
    private readonly HashSet<string> unwanted;

    private EditCondition(HttpRequest request)
    {
        var headers = request.GetTypedHeaders();
        IsGiven = request.Headers.IfMatch.Count > 0;
        isAny = headers.IfMatch.Contains(EntityTagHeaderValue.Any);
        wanted = [.. headers.IfMatch.Where(t => !t.IsWeak).Select(FeatureTags.FingerprintOf).OfType<string>()];
        refusesAny = headers.IfNoneMatch.Contains(EntityTagHeaderValue.Any);
        unwanted = [.. headers.IfNoneMatch.Select(FeatureTags.FingerprintOf).OfType<string>()];
    }

    /// <summary>Whether the request names a state by <c>If-Match</c>.</summary>
    public bool IsGiven { get; }

    /// <summary>Reads the headers.</summary>
    public static EditCondition Of(HttpRequest request) => new(request);

    /// <summary>Whether a feature may be edited as it stands.</summary>
    public bool Holds(string fingerprint) => !refusesAny && !unwanted.Contains(fingerprint) && (!IsGiven || isAny || wanted.Contains(fingerprint));

    /// <summary>The state that the store must still find; null when any will do.</summary>
    public string? Expected(string fingerprint) => IsGiven && !isAny ? fingerprint : null;
}
