using System.Globalization;
using System.Text.Json;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Microsoft.Net.Http.Headers;

namespace Geo.Api.Editing;

/// <summary>Turns a request into edits of the store, and what became of them into an answer.</summary>
internal sealed class FeatureEditor(IFeatureStore store)
{
    /// <summary>How often a patch is applied anew, when somebody else was quicker each time.</summary>
    private const int MostAttempts = 10;

    /// <summary>Adds what was sent; all of a collection, or none.</summary>
    public async Task<IResult> CreateAsync(ApiRequest request, EditTarget target, SentFeatures sent)
    {
        var outcome = await ApplyAsync(request, target, [.. sent.Features.Select(f => new FeatureEdit.Create(f.Geometry, f.Values))]);
        if (outcome is not EditOutcome.Applied applied)
            return Problem(target.Layer, outcome);
        if (sent.IsCollection)
        {
            return new EditResult(StatusCodes.Status201Created, null)
            {
                Location = request.Addresses.To($"{CollectionDescription.PathOf(target.Layer.Id)}/items"),
                Body = JsonSerializer.SerializeToUtf8Bytes(new CreatedDocument(applied.Revision, [.. applied.Features.Select(f => f.Id)]), ApiJson.Readable.CreatedDocument),
            };
        }
        var address = AddressOf(request, target.Layer, applied.Features[0].Id);
        return new EditResult(StatusCodes.Status201Created, TagOf(request, address, applied.Features[0])) { Location = address };
    }

    /// <summary>
    /// Replaces a feature, whole or in part. A part that was asked for without <c>If-Match</c> goes onto whatever is there by then. What changes nothing is
    /// no edit: neither revision nor history know of it.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="target">The layer.</param>
    /// <param name="read">Reads what was sent, given the feature as it stands.</param>
    /// <param name="isPartial">Whether the result depends on the feature as it stands.</param>
    public async Task<IResult> ChangeAsync(ApiRequest request, EditTarget target, Func<Feature, SentFeatures> read, bool isPartial)
    {
        var condition = EditCondition.Of(request.Http.Request);
        for (var attempt = 1; ; attempt++)
        {
            var (current, problem) = await FindAsync(request, target.Layer, condition);
            if (current is null)
                return problem!; // one of the two is always there
            var sent = read(current);
            if (FaultOf(sent, current.Id) is { } fault)
                return new ProblemResult(EditProblems.Of(fault));
            var fingerprint = FeatureFingerprint.Of(target.Layer.Definition, current);
            var changed = new Feature(current.Id, sent.Features[0].Geometry, sent.Features[0].Values);
            if (FeatureFingerprint.Of(target.Layer.Definition, changed) == fingerprint)
                return Done(request, target.Layer, new EditedFeature(current.Id, fingerprint));
            var outcome = await ApplyAsync(request, target, [new FeatureEdit.Replace(changed, isPartial ? fingerprint : condition.Expected(fingerprint))]);
            if (outcome is EditOutcome.Applied applied)
                return Done(request, target.Layer, applied.Features[0]);
            if (outcome is not EditOutcome.Stale || condition.IsGiven || attempt == MostAttempts)
                return Problem(target.Layer, outcome);
        }
    }

    /// <summary>Removes a feature.</summary>
    public async Task<IResult> DeleteAsync(ApiRequest request, EditTarget target)
    {
        var condition = EditCondition.Of(request.Http.Request);
        var (current, problem) = await FindAsync(request, target.Layer, condition);
        if (current is null)
            return problem!; // one of the two is always there
        var outcome = await ApplyAsync(request, target, [new FeatureEdit.Delete(current.Id, condition.Expected(FeatureFingerprint.Of(target.Layer.Definition, current)))]);
        return outcome is EditOutcome.Applied ? new EditResult(StatusCodes.Status204NoContent, null) : Problem(target.Layer, outcome);
    }

    private async Task<(Feature? Current, IResult? Problem)> FindAsync(ApiRequest request, Layer layer, EditCondition condition)
    {
        if (request.Options.RequireIfMatch && !condition.IsGiven)
            return (null, new ProblemResult(EditProblems.NeedsCondition()));
        var text = request.Segment("featureId");
        var id = ItemsEndpoints.IdOf(text);
        if (id == 0 || await store.FindFeatureAsync(layer, id, request.Cancellation) is not { } current)
            return (null, new ProblemResult(ItemsEndpoints.NoFeature(layer, text)));
        return condition.Holds(FeatureFingerprint.Of(layer.Definition, current)) ? (current, null) : (null, new ProblemResult(EditProblems.Stale(id)));
    }

    /// <summary>Why what was sent is not one feature of an id (0: of whatever id); null when it is.</summary>
    public static SentFault? FaultOf(SentFeatures sent, long id) => sent switch
    {
        { Fault: { } fault } => fault,
        { IsCollection: true } => new SentFault("/type", 0, new("ở đây cần một Feature", "a Feature belongs here"), IsUnfit: false),
        { Features: [{ Id: { } sentId }] } when id != 0 && ItemsEndpoints.IdOf(sentId) != id => EditProblems.OtherId(sentId, id),
        _ => null,
    };

    /// <summary>The answer to edits that were not done.</summary>
    public static ProblemResult Problem(Layer layer, EditOutcome outcome) => new(outcome switch
    {
        EditOutcome.NoSuchFeature gone => ItemsEndpoints.NoFeature(layer, gone.FeatureId.ToString(CultureInfo.InvariantCulture)),
        EditOutcome.Stale stale => EditProblems.Stale(stale.FeatureId),
        EditOutcome.Refused refused => EditProblems.NotEditable(layer, refused.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No problem follows from this."),
    });

    /// <summary>Where a feature is.</summary>
    public static string AddressOf(ApiRequest request, Layer layer, long id) =>
        request.Addresses.To(string.Create(CultureInfo.InvariantCulture, $"{CollectionDescription.PathOf(layer.Id)}/items/{id}"));

    /// <summary>The entity tag that a feature has there as GeoJSON; null when it was removed.</summary>
    public static EntityTagHeaderValue? TagOf(ApiRequest request, string address, EditedFeature feature) =>
        feature.Fingerprint is { } fingerprint ? FeatureTags.OfGeoJson(request, address, fingerprint) : null;

    private Task<EditOutcome> ApplyAsync(ApiRequest request, EditTarget target, IReadOnlyList<FeatureEdit> edits) =>
        store.EditAsync(new LayerEdits(target.Layer, edits, request.Caller.Id, request.Http.TraceIdentifier), request.Cancellation);

    private static EditResult Done(ApiRequest request, Layer layer, EditedFeature feature) =>
        new(StatusCodes.Status204NoContent, TagOf(request, AddressOf(request, layer, feature.Id), feature));
}
