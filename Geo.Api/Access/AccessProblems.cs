using Geo.Api.Http;
using Geo.Engine.Access;
using Geo.Engine.Features;

namespace Geo.Api.Access;

/// <summary>Why somebody may not do what was asked: 401 when a proof is missing or wrong, 403 when a good one is not enough.</summary>
internal static class AccessProblems
{
    private const string KeyChallenge = $"ApiKey realm=\"SocTrangGeo\", header=\"{Callers.KeyHeader}\"";

    /// <summary>Something was offered as a proof that is none.</summary>
    public static RequestProblem WrongProof() => Unauthorized(
        $"Khóa trong {Callers.KeyHeader} hoặc mã trong Authorization không đúng, đã hết hạn hoặc đã bị thu hồi.",
        $"The key in {Callers.KeyHeader}, or the token in Authorization, is not known here, has expired, or was revoked.");

    /// <summary>More was asked for than the limit allows.</summary>
    public static RequestProblem TooMany(GeoOptions options, int retryAfterSeconds) => new(
        StatusCodes.Status429TooManyRequests,
        "too-many-requests",
        new("Quá nhiều yêu cầu", "Too many requests"),
        new(
            FormattableString.Invariant($"Cho phép trung bình {options.RequestsPerSecond} yêu cầu mỗi giây; hãy thử lại sau {retryAfterSeconds} giây."),
            FormattableString.Invariant($"Allowed are {options.RequestsPerSecond} requests a second on average; try again in {retryAfterSeconds} seconds.")))
    { RetryAfterSeconds = retryAfterSeconds };

    /// <summary>The caller's role is too small.</summary>
    public static RequestProblem Refused(Caller caller, Role needed)
    {
        var (have, need) = (NameOf(caller.Role), NameOf(needed));
        return caller.Proof == Proof.None
            ? Unauthorized(
                $"Thao tác này cần vai trò {need.Vi}; hãy gửi khóa trong {Callers.KeyHeader}.",
                $"This needs the role {need.En}; send a key in {Callers.KeyHeader}.")
            : Forbidden(
                $"Thao tác này cần vai trò {need.Vi}; {Problems.Shown(caller.Name)} là {have.Vi}.",
                $"This needs the role {need.En}; {Problems.Shown(caller.Name)} is {have.En}.");
    }

    /// <summary>A page of another site asks on behalf of somebody who has not said that he wants it.</summary>
    public static RequestProblem OtherSite() => Forbidden(
        $"Trang của một trang web khác chỉ được thay đổi dữ liệu khi gửi khóa trong {Callers.KeyHeader} (Sec-Fetch-Site: cross-site).",
        $"A page of another site may change something only with a key in {Callers.KeyHeader} (Sec-Fetch-Site: cross-site).");

    private static BilingualText NameOf(Role role) => role switch
    {
        Role.None => new("không có quyền (none)", "none"),
        Role.Viewer => new("người xem (viewer)", "viewer"),
        Role.Planner => new("người quy hoạch (planner)", "planner"),
        _ => new("quản trị (admin)", "admin"),
    };

    /// <summary>How a caller can prove itself, for <c>WWW-Authenticate</c>.</summary>
    public static string Challenge(GeoOptions options) => options.TokenIssuer is null ? KeyChallenge : $"{KeyChallenge}, Bearer realm=\"SocTrangGeo\"";

    private static RequestProblem Unauthorized(string vi, string en) =>
        new(StatusCodes.Status401Unauthorized, "unauthorized", new("Chưa xác thực", "Not authenticated"), new(vi, en)) { AsksForProof = true };

    private static RequestProblem Forbidden(string vi, string en) =>
        new(StatusCodes.Status403Forbidden, "forbidden", new("Không được phép", "Not allowed"), new(vi, en));
}
