namespace Geo.Engine.Tiles;

/// <summary>A feature that was drawn.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">1 for points, 2 for lines, 3 for polygons.</param>
/// <param name="Size">Area or length in units of the tile; the larger is kept where not all have room.</param>
/// <param name="Tags">Its values.</param>
internal readonly record struct TileFeature(long Id, int Type, double Size, TileTags Tags)
{
    /// <summary>Whether it is kept rather than another: the larger one, and of two equal ones that with the lower id, so that the order of reading decides nothing.</summary>
    public bool IsBefore(in TileFeature other) => Compare(this, other) < 0;

    /// <summary>The order in which features are kept.</summary>
    public static int Compare(in TileFeature a, in TileFeature b) =>
        b.Size.CompareTo(a.Size) is var order and not 0 ? order : a.Id.CompareTo(b.Id);
}
