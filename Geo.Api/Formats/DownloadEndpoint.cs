using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Formats;

/// <summary>A whole layer, or all of it that matches, in one answer.</summary>
internal static class DownloadEndpoint
{
    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        var store = routes.ServiceProvider.GetRequiredService<IFeatureStore>();
        routes.MapResource(new Resource("/collections/{collectionId}/download", FeatureForms.OfLayers) { JudgesParameters = true }, request => AnswerAsync(request, store));
    }

    /// <summary>Path of a layer's download, percent-encoded.</summary>
    public static string PathOf(string layerId) => $"{CollectionDescription.PathOf(layerId)}/download";

    private static async Task<IResult> AnswerAsync(ApiRequest request, IFeatureStore store)
    {
        var (layer, problem) = await CollectionEndpoints.FindAsync(request, store);
        if (layer is null)
            return problem!; // one of the two is always there
        request.Faults.AddRange(ItemsQuery.JudgeParameters(request, layer.Definition, FeatureForms.OfLayers, ItemsQuery.ConditionParameters));
        var query = ItemsQuery.Parse(request, layer.Definition, request.Options.MaxPageSize);
        if (request.Faults.Count > 0)
            return new ProblemResult(Problems.Parameters(request.Faults));
        Headers.SetCrs(request.Http.Response, query.Crs.Uri);
        var tag = LayerTags.Of(request, layer, query.Canonical);
        return EntityTags.Matches(request.Http.Request, tag) ? new NotModifiedResult(request, tag) : new DownloadResult(request, layer, query, store, tag);
    }
}
