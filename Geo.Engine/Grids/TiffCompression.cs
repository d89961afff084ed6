namespace Geo.Engine.Grids;

/// <summary>The compressions this engine reads; it writes <see cref="Deflate"/>.</summary>
internal enum TiffCompression
{
    None = 1,
    Lzw = 5,
    Deflate = 8,
    PackBits = 32773,
    OldDeflate = 32946,
}
