using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Scenarios;

namespace Geo.Api.Editing;

/// <summary>The layer that a request edits, and the system its coordinates come in.</summary>
internal sealed record EditTarget(Layer Layer, CoordinateSystem System)
{
    private static readonly BilingualText Result = new(
        "đây là kết quả tính toán của một kịch bản; hãy sửa các lớp đầu vào rồi chạy lại.",
        "this is the computed result of a scenario; edit the layers it is made from and run it again.");

    /// <summary>Why a layer is not edited here; null when it may be.</summary>
    public static BilingualText? Obstacle(Layer layer) =>
        layer.ReadOnlyReason ?? (ScenarioPublication.IsResult(layer.Definition) ? Result : null);

    /// <summary>The layer that the path names, or the answer why it cannot be edited.</summary>
    public static async Task<(EditTarget? Target, IResult? Problem)> FindAsync(ApiRequest request, IFeatureStore store)
    {
        var (layer, problem) = await CollectionEndpoints.FindAsync(request, store);
        if (layer is null)
            return (null, problem);
        if (Obstacle(layer) is { } reason)
        {
            request.Http.Response.Headers.Allow = "GET, HEAD, OPTIONS";
            return (null, new ProblemResult(EditProblems.NotEditable(layer, reason)));
        }
        var crs = request.Http.Request.Headers["Content-Crs"].ToString().Trim();
        if (crs.Length == 0)
            return (new EditTarget(layer, CoordinateSystems.Crs84), null);
        // Between angle brackets as in answers, or without, as QGIS sends it.
        return CrsParameter.Parse(crs.TrimStart('<').TrimEnd('>')) is { } system
            ? (new EditTarget(layer, system), null)
            : (null, new ProblemResult(Problems.Parameters([new ParameterFault("Content-Crs", crs, CrsParameter.Allowed)])));
    }
}
