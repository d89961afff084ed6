using System.Globalization;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Formats;

namespace Geo.Api.Editing;

/// <summary>Creates, replaces, changes and removes features (draft of OGC API - Features Part 4), each request as one transaction.</summary>
internal static class EditEndpoints
{
    private const string Items = "/collections/{collectionId}/items";
    private const string Item = Items + "/{featureId}";

    public static void MapEditing(this IEndpointRouteBuilder routes)
    {
        var store = routes.ServiceProvider.GetRequiredService<IFeatureStore>();
        var editor = new FeatureEditor(store);
        var methods = routes.ServiceProvider.GetRequiredService<ResourceMethods>();
        routes.MapChange(HttpMethods.Post, Of(Items), request => EditAsync(request, store, target => CreateAsync(request, target, editor)));
        routes.MapChange(HttpMethods.Put, Of(Item), request => EditAsync(request, store, target => ReplaceAsync(request, target, editor)));
        routes.MapChange(HttpMethods.Patch, Of(Item), request => EditAsync(request, store, target => PatchAsync(request, target, editor)));
        routes.MapChange(HttpMethods.Delete, Of(Item), request => EditAsync(request, store, target => editor.DeleteAsync(request, target)));
        methods.RestrictChanges(Items, http => IsEditableAsync(http, store));
        methods.RestrictChanges(Item, http => IsEditableAsync(http, store));
    }

    private static Resource Of(string pattern) => new(pattern, ItemsLinks.Forms) { Needs = Role.Planner };

    /// <summary>Whether the layer that the path names can be edited.</summary>
    public static async Task<bool> IsEditableAsync(HttpContext http, IFeatureStore store)
    {
        var id = ApiRequest.Segment(http.Request, "collectionId");
        return !id.Contains('\0', StringComparison.Ordinal) && await store.FindLayerAsync(id, http.RequestAborted) is { } layer && EditTarget.Obstacle(layer) is null;
    }

    /// <summary>Edits the layer that the path names, or says why not.</summary>
    public static async Task<IResult> EditAsync(ApiRequest request, IFeatureStore store, Func<EditTarget, Task<IResult>> edit)
    {
        var (target, problem) = await EditTarget.FindAsync(request, store);
        if (target is null)
            return problem!; // one of the two is always there
        try
        {
            return await edit(target);
        }
        catch (InvalidFeatureException fault)
        {
            return new ProblemResult(EditProblems.Of(fault));
        }
    }

    private static async Task<IResult> CreateAsync(ApiRequest request, EditTarget target, FeatureEditor editor)
    {
        var (body, problem) = await EditBody.ReadAsync(request, EditBody.GeoJson);
        if (body is null)
            return new ProblemResult(problem!); // one of the two is always there
        var sent = new GeoJsonBody(target.Layer.Definition, target.System).Read(body);
        return sent switch
        {
            { Fault: { } fault } => new ProblemResult(EditProblems.Of(fault)),
            { Features.Count: 0 } => new ProblemResult(EditProblems.Nothing()),
            _ => await editor.CreateAsync(request, target, sent),
        };
    }

    private static async Task<IResult> ReplaceAsync(ApiRequest request, EditTarget target, FeatureEditor editor)
    {
        var (body, problem) = await EditBody.ReadAsync(request, EditBody.GeoJson);
        if (body is null)
            return new ProblemResult(problem!); // one of the two is always there
        return await editor.ChangeAsync(request, target, _ => new GeoJsonBody(target.Layer.Definition, target.System).Read(body), isPartial: false);
    }

    private static async Task<IResult> PatchAsync(ApiRequest request, EditTarget target, FeatureEditor editor)
    {
        var (body, problem) = await EditBody.ReadAsync(request, EditBody.MergePatch);
        if (body is null)
            return new ProblemResult(problem!); // one of the two is always there
        return await editor.ChangeAsync(request, target, current => new GeoJsonBody(target.Layer.Definition, target.System).ReadPatch(body, current), isPartial: true);
    }
}
