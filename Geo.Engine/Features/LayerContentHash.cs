namespace Geo.Engine.Features;

/// <summary>
/// SHA-256 over a layer's content, gathered while its features stream by in ascending order of id. Equal for equal content, whatever the
/// store: coordinate system, column names and types, then of each feature its id, its geometry as canonical little-endian
/// WKB and its values.
/// </summary>
public sealed class LayerContentHash(LayerDefinition definition) : IDisposable
{
    /// <summary>Adds the next feature.</summary>
    public void Append(Feature feature) => throw new NotSupportedException($"{definition} {feature}");

    /// <summary>The hash as 64 lower-case hexadecimal digits; ends the gathering.</summary>
    public string Finish() => throw new NotSupportedException($"{definition}");

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
