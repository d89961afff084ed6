using Geo.Engine.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Geo.Api.Http;

/// <summary>The problems that more than one resource can have, and the one table from exceptions to problems.</summary>
internal static class Problems
{
    public static RequestProblem Parameters(IReadOnlyList<ParameterFault> faults) => new(
        StatusCodes.Status400BadRequest,
        "invalid-parameter",
        new("Tham số không hợp lệ", "Invalid parameter"),
        new(
            string.Join(' ', faults.Select(f => f.Told.Vi)),
            string.Join(' ', faults.Select(f => f.Told.En))))
    { Faults = faults };

    public static RequestProblem NotAcceptable(string accept, IReadOnlyList<Representation> offered)
    {
        var types = string.Join(", ", offered.Select(o => o.MediaType));
        return new(
            StatusCodes.Status406NotAcceptable,
            "not-acceptable",
            new("Không có định dạng được yêu cầu", "No such format"),
            new($"Accept: {Shown(accept)}; có {types}.", $"Accept: {Shown(accept)}; available are {types}."));
    }

    /// <summary>No thing of that kind has that id; the known ids are named, the first fifty of them.</summary>
    public static RequestProblem Unknown(BilingualText kind, string id, IEnumerable<string> known)
    {
        var ids = string.Join(", ", known.Take(50));
        return NotFound(
            $"Không có {kind.Vi} \"{Shown(id)}\". Có: {ids}.",
            $"There is no {kind.En} \"{Shown(id)}\". Known are: {ids}.");
    }

    public static RequestProblem NotFound(string vi, string en) =>
        new(StatusCodes.Status404NotFound, "not-found", new("Không tìm thấy", "Not found"), new(vi, en));

    public static RequestProblem Busy(string vi, string en, int retryAfterSeconds) =>
        new(StatusCodes.Status503ServiceUnavailable, "busy", new("Đang bận", "Busy"), new(vi, en)) { RetryAfterSeconds = retryAfterSeconds };

    /// <summary>What became of a request that ended with an exception.</summary>
    public static RequestProblem From(Exception exception, string trace) => exception switch
    {
        BadHttpRequestException bad => Status(bad.StatusCode, bad.Message),
        LayerChangedException => Busy("Lớp vừa được thay; hãy thử lại.", "The layer was replaced just now; try again.", retryAfterSeconds: 1),
        StoreUnavailableException or TimeoutException or OperationCanceledException => StoreUnavailable(),
        _ => new(
            StatusCodes.Status500InternalServerError,
            "internal-error",
            new("Lỗi máy chủ", "Server error"),
            new($"Máy chủ gặp lỗi; mã theo dõi {trace}.", $"The server failed; its log has the cause under trace {trace}.")),
    };

    /// <summary>A bare status of the server's own machinery, such as 404 for an unknown path or 405.</summary>
    public static RequestProblem Status(int status, string detail)
    {
        var phrase = ReasonPhrases.GetReasonPhrase(status);
        return new(status, phrase.ToLowerInvariant().Replace(' ', '-'), new(StatusInVietnamese(status), phrase), new(detail, detail));
    }

    /// <summary>A received text, shortened so that a hostile one cannot blow up the answer.</summary>
    public static string Shown(string received) => received.Length <= 200 ? received : received[..200] + "…";

    private static string StatusInVietnamese(int status) => status switch
    {
        StatusCodes.Status403Forbidden => "Không được phép",
        StatusCodes.Status404NotFound => "Không tìm thấy",
        StatusCodes.Status405MethodNotAllowed => "Phương thức không được hỗ trợ",
        _ => "Yêu cầu không hợp lệ",
    };

    private static RequestProblem StoreUnavailable() => new(
        StatusCodes.Status503ServiceUnavailable,
        "store-unavailable",
        new("Kho dữ liệu chưa sẵn sàng", "Store not available"),
        new("Kho dữ liệu hiện không trả lời; hãy thử lại sau.", "The store does not answer at the moment; try again later."))
    { RetryAfterSeconds = 5 };
}
