using System.Security.Cryptography;

namespace Geo.Engine.Features;

/// <summary>
/// Bytes kept in a store under a path-like name: grids as GeoTIFF (<c>grids/population.tif</c>), run manifests
/// (<c>runs/aquaculture/run.json</c>), metadata of grids (<c>grids/population.json</c>).
/// </summary>
/// <param name="Name">Lower-case path, unique in a store.</param>
/// <param name="MediaType">IANA media type.</param>
/// <param name="Content">The bytes.</param>
public sealed record StoredDocument(string Name, string MediaType, ReadOnlyMemory<byte> Content)
{
    /// <summary>SHA-256 of the bytes, hexadecimal; computed on each call.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content.Span));
}
