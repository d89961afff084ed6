namespace Geo.Engine.Grids;

/// <summary>The number type of the samples.</summary>
/// <param name="Format">Kind of number.</param>
/// <param name="Bits">8, 16, 32 or 64.</param>
internal readonly record struct TiffSample(TiffSampleFormat Format, int Bits)
{
    /// <summary>Bytes of one sample.</summary>
    public int Bytes => Bits / 8;

    /// <summary>The .NET type, or null when this engine does not read such samples.</summary>
    public Type? Type => this switch
    {
        (TiffSampleFormat.Unsigned, 8) => typeof(byte),
        (TiffSampleFormat.Signed, 8) => typeof(sbyte),
        (TiffSampleFormat.Unsigned, 16) => typeof(ushort),
        (TiffSampleFormat.Signed, 16) => typeof(short),
        (TiffSampleFormat.Unsigned, 32) => typeof(uint),
        (TiffSampleFormat.Signed, 32) => typeof(int),
        (TiffSampleFormat.Float, 32) => typeof(float),
        (TiffSampleFormat.Float, 64) => typeof(double),
        _ => null,
    };

    /// <summary>The samples that hold a .NET type.</summary>
    /// <exception cref="NotSupportedException">No sample does.</exception>
    public static TiffSample Of(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => new(TiffSampleFormat.Unsigned, 8),
        TypeCode.SByte => new(TiffSampleFormat.Signed, 8),
        TypeCode.UInt16 => new(TiffSampleFormat.Unsigned, 16),
        TypeCode.Int16 => new(TiffSampleFormat.Signed, 16),
        TypeCode.UInt32 => new(TiffSampleFormat.Unsigned, 32),
        TypeCode.Int32 => new(TiffSampleFormat.Signed, 32),
        TypeCode.Single => new(TiffSampleFormat.Float, 32),
        TypeCode.Double => new(TiffSampleFormat.Float, 64),
        _ => throw new NotSupportedException($"no TIFF sample holds {type}"),
    };
}
