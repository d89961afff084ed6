using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Geo.Api.Http;

/// <summary>What one client may take of the server.</summary>
internal static class Limits
{
    private const int Kibibyte = 1024;

    /// <summary>No request of this API carries a body worth mentioning; slow senders are dropped.</summary>
    public static void Set(KestrelServerOptions kestrel, GeoOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = options.MaxConnections;
        kestrel.Limits.MaxRequestBodySize = 64 * Kibibyte;
        kestrel.Limits.MaxRequestLineSize = 16 * Kibibyte;
        kestrel.Limits.MaxRequestHeadersTotalSize = 64 * Kibibyte;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        kestrel.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(20));
    }
}
