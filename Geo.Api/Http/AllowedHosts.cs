using Geo.Engine.Features;

namespace Geo.Api.Http;

/// <summary>Hosts that this server may turn to on a client's word; none unless an operator names them.</summary>
/// <param name="hosts">Names or addresses, with a port where it is not the scheme's own.</param>
internal sealed class AllowedHosts(IReadOnlyList<string> hosts)
{
    /// <summary>What is allowed, for people.</summary>
    public BilingualText Allowed { get; } = hosts.Count == 0
        ? new("không có: máy chủ này không truy cập địa chỉ bên ngoài", "none: this server turns to no address outside")
        : new($"http hoặc https tới {string.Join(", ", hosts)}", $"http or https to {string.Join(", ", hosts)}");

    /// <summary>Whether an address may be asked.</summary>
    public bool Allows(Uri address) =>
        address is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "" }
        && (address.IsDefaultPort && Holds(address.IdnHost) || Holds(FormattableString.Invariant($"{address.IdnHost}:{address.Port}")));

    private bool Holds(string host) => hosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}
