using System.Globalization;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Formats;

namespace Geo.Api.Editing;

/// <summary>Why an edit was not done. Nothing was changed in any of these cases.</summary>
internal static class EditProblems
{
    /// <summary>The layer is not one to be edited.</summary>
    public static RequestProblem NotEditable(Layer layer, BilingualText reason) => new(
        StatusCodes.Status405MethodNotAllowed,
        "not-editable",
        new("Lớp không sửa được", "Layer cannot be edited"),
        new($"Lớp {layer.Id}: {reason.Vi}", $"Collection {layer.Id}: {reason.En}"));

    /// <summary>The body is of another type than the one that belongs here.</summary>
    public static RequestProblem WrongType(string received, string allowed) => new(
        StatusCodes.Status415UnsupportedMediaType,
        "unsupported-media-type",
        new("Kiểu nội dung không được hỗ trợ", "Unsupported media type"),
        new(
            $"Content-Type: {Problems.Shown(received)}; cho phép {allowed}, UTF-8, không nén.",
            $"Content-Type: {Problems.Shown(received)}; allowed is {allowed} in UTF-8, not compressed."));

    /// <summary>The body is larger than the server takes.</summary>
    public static RequestProblem TooLarge(int mostMebibytes) => new(
        StatusCodes.Status413PayloadTooLarge,
        "too-large",
        new("Nội dung quá lớn", "Content too large"),
        new(
            string.Create(CultureInfo.InvariantCulture, $"Nội dung lớn hơn {mostMebibytes} MiB; hãy chia nhỏ, hoặc nhập cả lớp bằng lệnh import."),
            string.Create(CultureInfo.InvariantCulture, $"The content is larger than {mostMebibytes} MiB; send it in parts, or import the layer as a whole.")));

    /// <summary>What was sent is not a feature of this layer.</summary>
    public static RequestProblem Of(SentFault fault)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"byte {fault.Position}");
        var pointer = fault.Pointer.Length == 0 ? "/" : fault.Pointer;
        return new(
            fault.IsUnfit ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status400BadRequest,
            fault.IsUnfit ? "unfit-feature" : "invalid-feature",
            fault.IsUnfit ? new("Đối tượng không thuộc lớp này", "Feature does not belong in the layer") : new("Đối tượng không hợp lệ", "Invalid feature"),
            new($"{pointer} ({place}): {fault.Problem.Vi}.", $"{pointer} ({place}): {fault.Problem.En}."))
        { Pointer = fault.Pointer };
    }

    /// <summary>The store refused a feature.</summary>
    public static RequestProblem Of(InvalidFeatureException fault) => new(
        StatusCodes.Status422UnprocessableEntity,
        "unfit-feature",
        new("Đối tượng không thuộc lớp này", "Feature does not belong in the layer"),
        new($"Lớp {fault.LayerId} không nhận đối tượng này ({fault.Problem}).", $"Collection {fault.LayerId} does not take this feature: {fault.Problem}."));

    /// <summary>The member <c>id</c> contradicts the address.</summary>
    public static SentFault OtherId(string sent, long id) => new("/id", 0, new(
        string.Create(CultureInfo.InvariantCulture, $"id là \"{Problems.Shown(sent)}\", ở đây là đối tượng {id}"),
        string.Create(CultureInfo.InvariantCulture, $"the id is \"{Problems.Shown(sent)}\", this is about feature {id}")), IsUnfit: false);

    /// <summary>An empty collection adds nothing.</summary>
    public static RequestProblem Nothing() =>
        Of(new SentFault("/features", 0, new("không có đối tượng nào", "there are no features"), IsUnfit: false));

    /// <summary>The feature is not as the client saw it (RFC 9110, 13.1.1).</summary>
    public static RequestProblem Stale(long id) => new(
        StatusCodes.Status412PreconditionFailed,
        "changed-meanwhile",
        new("Đã bị sửa trong lúc đó", "Changed meanwhile"),
        new(
            string.Create(CultureInfo.InvariantCulture, $"Đối tượng {id} không còn như If-Match hay If-None-Match nêu; hãy đọc lại rồi sửa."),
            string.Create(CultureInfo.InvariantCulture, $"Feature {id} is not as If-Match or If-None-Match says; read it again, then edit it.")));

    /// <summary>The server wants to know which state was seen (RFC 6585, 3).</summary>
    public static RequestProblem NeedsCondition() => new(
        StatusCodes.Status428PreconditionRequired,
        "condition-required",
        new("Cần If-Match", "If-Match is needed"),
        new(
            "Máy chủ này đòi If-Match với ETag của đối tượng, để không ai ghi đè lên sửa đổi của người khác.",
            "This server asks for If-Match with the feature's ETag, so that nobody writes over the edits of others."));
}
