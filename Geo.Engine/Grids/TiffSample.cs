namespace Geo.Engine.Grids;

/// <summary>The number type of the samples.</summary>
/// <param name="Format">Kind of number.</param>
/// <param name="Bits">8, 16, 32 or 64.</param>
internal readonly record struct TiffSample(TiffSampleFormat Format, int Bits)
{
    private static readonly Dictionary<TiffSample, Type> Types = new()
    {
        [new(TiffSampleFormat.Unsigned, 8)] = typeof(byte),
        [new(TiffSampleFormat.Signed, 8)] = typeof(sbyte),
        [new(TiffSampleFormat.Unsigned, 16)] = typeof(ushort),
        [new(TiffSampleFormat.Signed, 16)] = typeof(short),
        [new(TiffSampleFormat.Unsigned, 32)] = typeof(uint),
        [new(TiffSampleFormat.Signed, 32)] = typeof(int),
        [new(TiffSampleFormat.Float, 32)] = typeof(float),
        [new(TiffSampleFormat.Float, 64)] = typeof(double),
    };

    /// <summary>Bytes of one sample.</summary>
    public int Bytes => Bits / 8;

    /// <summary>The .NET type, or null when this engine does not read such samples.</summary>
    public Type? Type => Types.GetValueOrDefault(this);

    /// <summary>The samples that hold a .NET type.</summary>
    /// <exception cref="NotSupportedException">No sample does.</exception>
    public static TiffSample Of(Type type) =>
        Types.FirstOrDefault(t => t.Value == type) is { Value: not null } found
            ? found.Key
            : throw new NotSupportedException($"no TIFF sample holds {type}");
}
