using System.Runtime.InteropServices;
using System.Text.Json;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Microsoft.Net.Http.Headers;

namespace Geo.Api.Editing;

/// <summary>
/// Several edits of one layer in one transaction, as when hectares move from one zone to another. Our own: OGC API - Features Part 11, which will say how, is
/// an early draft.
/// </summary>
internal static class TransactionEndpoint
{
    private const string Pattern = "/collections/{collectionId}/transactions";

    /// <summary>How often the edits are made anew, when a feature that they change in part was changed by somebody else.</summary>
    private const int MostAttempts = 10;

    public static void MapTransactions(this IEndpointRouteBuilder routes)
    {
        var store = routes.ServiceProvider.GetRequiredService<IFeatureStore>();
        routes.MapAction(new Resource(Pattern, [Representation.Json]) { Needs = Role.Planner }, request => EditEndpoints.EditAsync(request, store, target => ApplyAsync(request, target, store)));
        routes.ServiceProvider.GetRequiredService<ResourceMethods>().RestrictChanges(Pattern, http => EditEndpoints.IsEditableAsync(http, store));
    }

    private static async Task<IResult> ApplyAsync(ApiRequest request, EditTarget target, IFeatureStore store)
    {
        var (body, problem) = await EditBody.ReadAsync(request, Representation.Json.MediaType);
        if (body is null)
            return new ProblemResult(problem!); // one of the two is always there
        var (steps, fault) = TransactionBody.Read(body);
        if (fault is not null)
            return new ProblemResult(EditProblems.Of(fault));
        if (request.Options.RequireIfMatch && steps.Any(s => s.Action != "create" && s.IfMatch is null))
            return new ProblemResult(EditProblems.NeedsCondition());
        for (var attempt = 1; ; attempt++)
        {
            var (edits, obstacle) = await EditsAsync(request, target, steps, store);
            if (obstacle is not null)
                return new ProblemResult(obstacle);
            var outcome = await store.EditAsync(new LayerEdits(target.Layer, edits, request.Caller.Id, request.Http.TraceIdentifier), request.Cancellation);
            if (outcome is EditOutcome.Applied applied)
                return Done(request, target.Layer, applied);
            if (outcome is not EditOutcome.Stale stale || steps[stale.Edit].IfMatch is not null || attempt == MostAttempts)
                return FeatureEditor.Problem(target.Layer, outcome);
        }
    }

    private static async Task<(IReadOnlyList<FeatureEdit> Edits, RequestProblem? Obstacle)> EditsAsync(ApiRequest request, EditTarget target, IReadOnlyList<TransactionStep> steps, IFeatureStore store)
    {
        var reader = new GeoJsonBody(target.Layer.Definition, target.System);
        var edits = new List<FeatureEdit>();
        foreach (var step in steps)
        {
            var current = step.Action == "create" ? null : await store.FindFeatureAsync(target.Layer, step.Id, request.Cancellation);
            var (edit, obstacle) = Edit(target.Layer, step, current, reader);
            if (edit is null)
                return ([], obstacle);
            edits.Add(edit);
        }
        return (edits, null);
    }

    private static (FeatureEdit? Edit, RequestProblem? Obstacle) Edit(Layer layer, TransactionStep step, Feature? current, GeoJsonBody reader)
    {
        if (step.Action == "create")
            return Read(step, reader, null) is var (created, wrong) && created is not null ? (new FeatureEdit.Create(created.Geometry, created.Values), null) : (null, wrong);
        if (current is null)
            return (null, ItemsEndpoints.NoFeature(layer, step.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var fingerprint = FeatureFingerprint.Of(layer.Definition, current);
        if (step.IfMatch is { } seen && !(EntityTagHeaderValue.TryParse(seen, out var tag) && !tag.IsWeak && FeatureTags.FingerprintOf(tag) == fingerprint))
            return (null, EditProblems.Stale(step.Id));
        var expected = step.IfMatch is null && step.Action != "update" ? null : fingerprint;
        if (step.Action == "delete")
            return (new FeatureEdit.Delete(step.Id, expected), null);
        var (sent, fault) = Read(step, reader, current);
        return sent is null ? (null, fault) : (new FeatureEdit.Replace(new Feature(step.Id, sent.Geometry, sent.Values), expected), null);
    }

    private static (SentFeature? Sent, RequestProblem? Fault) Read(TransactionStep step, GeoJsonBody reader, Feature? current)
    {
        var json = JsonMarshal.GetRawUtf8Value(step.Content);
        var sent = current is not null && step.Action == "update" ? reader.ReadPatch(json, current) : reader.Read(json);
        if (FeatureEditor.FaultOf(sent, step.Id) is not { } fault)
            return (sent.Features[0], null);
        return (null, EditProblems.Of(fault with { Pointer = TransactionBody.Place(step.Index, step.ContentName) + fault.Pointer }));
    }

    private static EditResult Done(ApiRequest request, Layer layer, EditOutcome.Applied applied)
    {
        var features = applied.Features.Select(f => new TransactionDocument.EditedItem(f.Id, FeatureEditor.TagOf(request, FeatureEditor.AddressOf(request, layer, f.Id), f)?.ToString()));
        return new EditResult(StatusCodes.Status200OK, null)
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new TransactionDocument(applied.Revision, [.. features]), ApiJson.Readable.TransactionDocument),
        };
    }
}
