namespace Geo.Engine.Grids;

/// <summary>What part of a file is wanted, put into words only where it turns out to be missing.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Which one; null where there is no need to tell.</param>
internal readonly record struct TiffPart(string Kind, long? Number = null)
{
    /// <summary>The values of a tag.</summary>
    public static TiffPart Tag(TiffTag tag) => new("tag", (long)tag);

    /// <inheritdoc/>
    public override string ToString() => this switch
    {
        { Number: null } => Kind,
        { Kind: "tag" } => $"tag {(TiffTag)Number}",
        _ => $"{Kind} {Number}",
    };
}
