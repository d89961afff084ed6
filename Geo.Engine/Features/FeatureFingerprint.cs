namespace Geo.Engine.Features;

/// <summary>
/// A short text that changes whenever a feature does, and only then: a neighbour's edit leaves it as it is. Equal on every store and after
/// a restart, as it is taken from the content.
/// </summary>
public static class FeatureFingerprint
{
    private const int Digits = 32; // 128 of the 256 bits

    /// <summary>32 lower-case hexadecimal digits over columns, id, geometry and values.</summary>
    public static string Of(LayerDefinition definition, Feature feature)
    {
        using var hash = new LayerContentHash(definition);
        hash.Append(feature);
        return hash.Finish()[..Digits];
    }
}
