namespace Geo.Engine.Formats;

/// <summary>What a client sent: features, or what is wrong with them.</summary>
/// <param name="Features">The features in their order; empty beside a fault.</param>
/// <param name="Fault">The first thing that is wrong; null when all is well.</param>
public sealed record SentFeatures(IReadOnlyList<SentFeature> Features, SentFault? Fault)
{
    /// <summary>Whether they came as a collection, not as one feature by itself.</summary>
    public bool IsCollection { get; init; }
}
