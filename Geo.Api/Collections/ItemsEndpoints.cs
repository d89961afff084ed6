using System.Globalization;
using Geo.Api.Formats;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Api.Collections;

/// <summary>The features of a collection, by pages and one by one.</summary>
internal static class ItemsEndpoints
{
    /// <summary>A page of HTML is made as a whole and read by people, so it holds fewer features.</summary>
    private const int MostOnHtmlPage = 1_000;

    public static void MapItems(this IEndpointRouteBuilder routes)
    {
        var store = routes.ServiceProvider.GetRequiredService<IFeatureStore>();
        routes.MapResource(new Resource("/collections/{collectionId}/items", ItemsLinks.Forms) { JudgesParameters = true }, request => PageAsync(request, store));
        routes.MapResource(new Resource("/collections/{collectionId}/items/{featureId}", ItemsLinks.FormsOfFeature, ["crs", .. PropertySelection.Parameters]), request => OneAsync(request, store));
    }

    private static async Task<IResult> PageAsync(ApiRequest request, IFeatureStore store)
    {
        var (layer, problem) = await CollectionEndpoints.FindAsync(request, store);
        if (layer is null)
            return problem!; // one of the two is always there
        var most = request.Form.IsHtml ? Math.Min(MostOnHtmlPage, request.Options.MaxPageSize) : request.Options.MaxPageSize;
        if (request.Form.IsHtml && ItemsForm.LeftEmpty(request) is { Count: > 0 } empty)
            return Results.Redirect(request.Addresses.With([.. empty.Select(n => (n, (string?)null))]));
        request.Faults.AddRange(ItemsQuery.JudgeParameters(request, layer.Definition, ItemsLinks.Forms, ItemsQuery.Parameters));
        var query = ItemsQuery.Parse(request, layer.Definition, most);
        if (request.Faults.Count > 0)
            return new ProblemResult(Problems.Parameters(request.Faults)) { Form = request.Form.IsHtml ? ItemsForm.Render(request, layer.Definition) : default };
        Headers.SetCrs(request.Http.Response, query.Crs.Uri);
        var tag = LayerTags.Of(request, layer, string.Create(CultureInfo.InvariantCulture, $"{query.Canonical}\n{query.PageSize} {query.Conditions.AfterId} {query.Conditions.IsReversed} {query.Offset}"));
        if (EntityTags.Matches(request.Http.Request, tag))
            return new NotModifiedResult(request, tag);
        query = await PageStart.FindAsync(request, layer, query, store);
        if (!request.IsHead)
            query = await request.Http.RequestServices.GetRequiredService<Milestones>().SetOutAsync(layer, query, request.Cancellation);
        if (request.Form.IsHtml)
            return await ItemsPage.ResultAsync(request, layer, query, store, tag);
        return request.Form == Representation.GeoJson ? new ItemsResult(request, layer, query, store, tag) : new PageFileResult(request, layer, query, store, tag);
    }

    private static async Task<IResult> OneAsync(ApiRequest request, IFeatureStore store)
    {
        var (layer, problem) = await CollectionEndpoints.FindAsync(request, store);
        if (layer is null)
            return problem!; // one of the two is always there
        var system = request.Read("crs", CrsParameter.Parse, CrsParameter.Allowed) ?? CoordinateSystems.Crs84;
        var output = new FeatureOutput(layer.Definition, system, PropertySelection.Read(request, layer.Definition));
        if (request.Faults.Count > 0)
            return new ProblemResult(Problems.Parameters(request.Faults));
        var id = IdOf(request.Segment("featureId"));
        if (id == 0 || await store.FindFeatureAsync(layer, id, request.Cancellation) is not { } feature)
            return new ProblemResult(NoFeature(layer, request.Segment("featureId")));
        var tag = FeatureTags.Of(request, layer, FeatureFingerprint.Of(layer.Definition, feature));
        if (EntityTags.Matches(request.Http.Request, tag))
            return new NotModifiedResult(request, tag);
        Headers.SetCrs(request.Http.Response, system.Uri);
        var links = ItemsLinks.OfFeature(request, layer);
        var body = request.Form.IsHtml ? ItemsPage.One(request, layer, feature, system, output, links) : FeatureDocument.Write(feature, output, links);
        return new BodyResult(request, body, links, tag);
    }

    /// <summary>The id that a path names; 0 when it names none.</summary>
    public static long IdOf(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A layer has no feature of that id.</summary>
    public static RequestProblem NoFeature(Layer layer, string id) => Problems.NotFound(
        $"Lớp {layer.Id} không có đối tượng \"{Problems.Shown(id)}\"; mã đối tượng là số nguyên từ 1.",
        $"Collection {layer.Id} has no feature \"{Problems.Shown(id)}\"; ids are integers of at least 1.");
}
