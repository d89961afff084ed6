namespace Geo.Engine.Features;

/// <summary>The type word of a geometry in well-known binary, ISO (1001 = point with z) or extended (bit 31 = z, 30 = m, 29 = SRID).</summary>
internal readonly record struct WkbType(uint Code, bool HasZ, bool HasM, bool HasSrid)
{
    public const uint Point = 1;
    public const uint LineString = 2;
    public const uint Polygon = 3;
    public const uint MultiPoint = 4;
    public const uint MultiLineString = 5;
    public const uint MultiPolygon = 6;
    public const uint GeometryCollection = 7;

    /// <summary>Bytes of one position.</summary>
    public int PositionSize => 16 + (HasZ ? 8 : 0) + (HasM ? 8 : 0);

    /// <summary>Whether it is made of whole geometries.</summary>
    public bool IsCollection => Code is >= MultiPoint and <= GeometryCollection;

    /// <summary>Whether a member of this type may stand in this collection.</summary>
    public bool Admits(uint member) => Code == GeometryCollection || member == Code - 3;

    public static WkbType Of(uint word)
    {
        if (word <= GeometryCollection)
            return new WkbType(word, HasZ: false, HasM: false, HasSrid: false);
        var plain = word & 0x1FFF_FFFF;
        var dimensions = plain / 1000;
        var known = dimensions <= 3;
        return new WkbType(
            known ? plain % 1000 : plain,
            (word & 0x8000_0000) != 0 || dimensions is 1 or 3,
            (word & 0x4000_0000) != 0 || dimensions is 2 or 3,
            (word & 0x2000_0000) != 0);
    }
}
