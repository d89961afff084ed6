using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Geo.Api.Http;

/// <summary>Brotli and gzip for texts; images, packed files and tiles go as they are. Answers hold no secrets that compression could betray.</summary>
internal static class Compression
{
    private static readonly string[] Types =
    [
        "application/json", "application/geo+json", "application/geo+json-seq", "application/fg+json", "text/csv", "application/schema+json", "application/problem+json", "application/vnd.oai.openapi+json",
        "application/vnd.mapbox.style+json",
        "application/openapi+json", "application/javascript", "text/javascript", "text/html", "text/css", "text/plain", "image/svg+xml",
    ];

    public static void AddGeoCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = Types;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}
