namespace Geo.Engine.Features;

/// <summary>What was done to a feature.</summary>
public enum FeatureChangeKind
{
    /// <summary>It was added.</summary>
    Created,

    /// <summary>It was given another geometry or other values.</summary>
    Replaced,

    /// <summary>It was removed.</summary>
    Deleted,
}
