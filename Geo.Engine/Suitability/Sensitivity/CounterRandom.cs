namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>
/// Random numbers by place: the n-th number of a stream is a function of seed, stream and n alone, so draws can be made in any order, on any number of threads, on any
/// machine, and are the same to the bit.
/// </summary>
/// <remarks>Source: Salmon, J. K., Moraes, M. A., Dror, R. O. and Shaw, D. E. (2011), Parallel random numbers: as easy as 1, 2, 3, SC11: Philox 4x32-10.</remarks>
public readonly record struct CounterRandom(ulong Seed)
{
    private const int Rounds = 10;
    private const double Step = 1.0 / (1UL << 53);

    /// <summary>A number between 0 and 1, both left out, in steps of 2^-53.</summary>
    /// <param name="stream">Which sequence.</param>
    /// <param name="index">Place in the sequence.</param>
    public double Uniform(uint stream, ulong index)
    {
        var (first, second, _, _) = Block((uint)index, (uint)(index >> 32), stream, 0, (uint)Seed, (uint)(Seed >> 32));
        return ((((ulong)first << 21) ^ ((ulong)second >> 11)) + 0.5) * Step;
    }

    /// <summary>32 random bits.</summary>
    /// <inheritdoc cref="Uniform"/>
    public uint Bits(uint stream, ulong index) => Block((uint)index, (uint)(index >> 32), stream, 1, (uint)Seed, (uint)(Seed >> 32)).First;

    /// <summary>The four words of a counter of four words under a key of two.</summary>
    public static (uint First, uint Second, uint Third, uint Fourth) Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (one, other) = (0xD2511F53UL * c0, 0xCD9E8D57UL * c2);
            (c0, c1, c2, c3) = ((uint)(other >> 32) ^ c1 ^ k0, (uint)other, (uint)(one >> 32) ^ c3 ^ k1, (uint)one);
            (k0, k1) = (k0 + 0x9E3779B9, k1 + 0xBB67AE85);
        }
        return (c0, c1, c2, c3);
    }
}
