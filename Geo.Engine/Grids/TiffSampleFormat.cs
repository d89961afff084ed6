namespace Geo.Engine.Grids;

/// <summary>The kinds of number a TIFF can hold.</summary>
internal enum TiffSampleFormat
{
    Unsigned = 1,
    Signed = 2,
    Float = 3,
}
