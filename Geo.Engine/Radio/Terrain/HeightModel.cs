namespace Geo.Engine.Radio.Terrain;

/// <summary>What the heights of an elevation model are heights of.</summary>
public enum HeightModel
{
    /// <summary>Bare ground.</summary>
    Ground,

    /// <summary>Roofs and tree tops, as radar and photographs from space see them: SRTM, Copernicus, ALOS.</summary>
    Surface,

    /// <summary>Roofs and tree tops, taken for ground because the user said so; there must be no clutter on top of it.</summary>
    SurfaceTakenAsGround,
}
