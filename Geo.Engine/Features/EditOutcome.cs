namespace Geo.Engine.Features;

/// <summary>What became of <see cref="LayerEdits"/>. In all cases but <see cref="Applied"/> nothing was changed.</summary>
public abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    /// <summary>All is done and will survive a power cut.</summary>
    /// <param name="Revision">The layer's revision, one more than before.</param>
    /// <param name="Features">What each edit left behind, in the order of the edits.</param>
    public sealed record Applied(long Revision, IReadOnlyList<EditedFeature> Features) : EditOutcome;

    /// <summary>A feature to be replaced or removed is not there.</summary>
    /// <param name="Edit">Index of the edit.</param>
    /// <param name="FeatureId">The id it names.</param>
    public sealed record NoSuchFeature(int Edit, long FeatureId) : EditOutcome;

    /// <summary>A feature has changed since the editor saw it.</summary>
    /// <param name="Edit">Index of the edit.</param>
    /// <param name="FeatureId">The feature.</param>
    /// <param name="Fingerprint">What it has now.</param>
    public sealed record Stale(int Edit, long FeatureId, string Fingerprint) : EditOutcome;

    /// <summary>The layer cannot be edited in this store.</summary>
    /// <param name="Reason">Why, in a sentence.</param>
    public sealed record Refused(BilingualText Reason) : EditOutcome;
}
