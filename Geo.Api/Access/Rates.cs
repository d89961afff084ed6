using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Geo.Api.Http;

namespace Geo.Api.Access;

/// <summary>How much each caller may ask for: a bucket of tokens for each key and subject, and for each address of those who prove nothing.</summary>
internal sealed class Rates(GeoOptions options) : IDisposable
{
    private const int NetworkBytes = 8; // a customer has at least a /64 of IPv6 addresses

    private readonly PartitionedRateLimiter<string>? _buckets = options.RequestsPerSecond == 0 ? null : PartitionedRateLimiter.Create<string, string>(
        who => RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.RequestBurst,
            TokensPerPeriod = options.RequestsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));

    /// <summary>Takes what a request costs; the seconds to wait when there is not enough left, else null.</summary>
    /// <param name="http">The request.</param>
    /// <param name="caller">Who asks; null when the proof was wrong, which is charged to the address.</param>
    /// <param name="cost">What it costs; more than a full bucket counts as one.</param>
    public int? Take(HttpContext http, Caller? caller, int cost)
    {
        if (_buckets is null)
            return null;
        var who = caller is { Proof: not Proof.None } ? caller.Id : AddressOf(http.Request);
        using var lease = _buckets.AttemptAcquire(who, Math.Min(cost, options.RequestBurst));
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
    }

    public void Dispose() => _buckets?.Dispose();

    // The last entry is the one that our own proxy has written; what stands before it, anybody can send.
    private string AddressOf(HttpRequest request)
    {
        var told = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        var address = options.TrustForwardedHeaders && IPAddress.TryParse(told, out var forwarded) ? forwarded : request.HttpContext.Connection.RemoteIpAddress;
        if (address is null)
            return "unknown";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, NetworkBytes)) : plain.ToString();
    }
}
