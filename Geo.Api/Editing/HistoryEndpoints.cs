using System.Globalization;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Access;
using Geo.Engine.Features;

namespace Geo.Api.Editing;

/// <summary>Who changed what: the history of a layer and of one feature, the newest first, by pages.</summary>
internal static class HistoryEndpoints
{
    private const int DefaultEntries = 100;
    private const int MostEntries = 1_000;

    private static readonly Representation[] Forms = [Representation.Json, Representation.Html];
    private static readonly BilingualText LimitAllowed = new($"một số nguyên từ 1 đến {MostEntries}", $"an integer from 1 to {MostEntries}");
    private static readonly BilingualText BeforeAllowed = new("số thứ tự của một mục, như liên kết next nêu", "the number of an entry, as the link next gives it");

    public static void MapHistory(this IEndpointRouteBuilder routes)
    {
        var store = routes.ServiceProvider.GetRequiredService<IFeatureStore>();
        routes.MapResource(Of("/collections/{collectionId}/history"), request => AnswerAsync(request, store, null));
        routes.MapResource(Of("/collections/{collectionId}/items/{featureId}/history"), request => AnswerAsync(request, store, request.Segment("featureId")));
    }

    private static Resource Of(string pattern) => new(pattern, Forms, "limit", "before") { Needs = Role.Planner };

    private static async Task<IResult> AnswerAsync(ApiRequest request, IFeatureStore store, string? featureId)
    {
        var (layer, problem) = await CollectionEndpoints.FindAsync(request, store);
        if (layer is null)
            return problem!; // one of the two is always there
        var limit = request.ReadValue("limit", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? Math.Min(n, MostEntries) : (int?)null, LimitAllowed) ?? DefaultEntries;
        var before = request.ReadValue("before", text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (long?)null, BeforeAllowed);
        if (request.Faults.Count > 0)
            return new ProblemResult(Problems.Parameters(request.Faults));
        var id = featureId is null ? (long?)null : ItemsEndpoints.IdOf(featureId);
        var entries = await store.ReadHistoryAsync(new HistoryQuery(layer.Id, id, before, limit + 1), request.Cancellation);
        if (id is { } one && entries.Count == 0 && await store.FindFeatureAsync(layer, one, request.Cancellation) is null)
            return new ProblemResult(ItemsEndpoints.NoFeature(layer, featureId ?? ""));
        var shown = entries.Take(limit).ToList();
        var links = Links(request, layer, entries.Count > limit ? shown[^1].Sequence : null);
        var body = request.Form.IsHtml ? HistoryPage.Render(request, layer, id, shown, links) : HistoryDocument.Write(shown, links);
        return new DocumentResult(request, body, links) { CacheControl = "private, no-cache" };
    }

    private static List<Link> Links(ApiRequest request, Layer layer, long? last)
    {
        var links = request.OwnLinks(Forms).Append(ItemsLinks.Collection(request, layer)).ToList();
        if (last is { } before)
            links.Add(new Link(request.Addresses.With(("before", before.ToString(CultureInfo.InvariantCulture))), "next", request.Form.MediaType, new BilingualText("Các mục cũ hơn", "Older entries").For(request.Language)));
        return links;
    }
}
