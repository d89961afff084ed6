namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>
/// Points that fill a cube more evenly than random ones, scrambled by a seed so that their mean is without bias and another seed gives other points.
/// </summary>
/// <remarks>
/// Source: Joe, S. and Kuo, F. Y. (2008), SIAM J. Sci. Comput. 30:2635 (direction numbers new-joe-kuo-6); nested uniform scrambling by hashing: Owen, A. B. (1995); Burley, B.
/// (2020), JCGT 9(4):1, with the constants of N. Vegdahl (2021).
/// </remarks>
public sealed class SobolPoints
{
    /// <summary>Most dimensions.</summary>
    public const int MostDimensions = 40;

    private const int Bits = 32;

    // Of each dimension from the second: the polynomial's inner coefficients, then the first direction numbers.
    private static readonly uint[][] Table =
    [
        [0, 1], [1, 1, 3], [1, 1, 3, 1], [2, 1, 1, 1], [1, 1, 1, 3, 3], [4, 1, 3, 5, 13], [2, 1, 1, 5, 5, 17], [4, 1, 1, 5, 5, 5], [7, 1, 1, 7, 11, 19], [11, 1, 1, 5, 1, 1],
        [13, 1, 1, 1, 3, 11], [14, 1, 3, 5, 5, 31], [1, 1, 3, 3, 9, 7, 49], [13, 1, 1, 1, 15, 21, 21], [16, 1, 3, 1, 13, 27, 49], [19, 1, 1, 1, 15, 7, 5],
        [22, 1, 3, 1, 15, 13, 25], [25, 1, 1, 5, 5, 19, 61], [1, 1, 3, 7, 11, 23, 15, 103], [4, 1, 3, 7, 13, 13, 15, 69], [7, 1, 1, 3, 13, 7, 35, 63],
        [8, 1, 3, 5, 9, 1, 25, 53], [14, 1, 3, 1, 13, 9, 35, 107], [19, 1, 3, 1, 5, 27, 61, 31], [21, 1, 1, 5, 11, 19, 41, 61], [28, 1, 3, 5, 3, 3, 13, 69],
        [31, 1, 1, 7, 13, 1, 19, 1], [32, 1, 3, 7, 5, 13, 19, 59], [37, 1, 1, 3, 9, 25, 29, 41], [41, 1, 3, 5, 13, 23, 1, 55], [42, 1, 3, 7, 3, 13, 59, 17],
        [50, 1, 3, 1, 3, 5, 53, 69], [55, 1, 1, 5, 5, 23, 33, 13], [56, 1, 1, 7, 7, 1, 61, 123], [59, 1, 1, 7, 9, 13, 61, 49], [62, 1, 3, 3, 5, 3, 55, 33],
        [14, 1, 3, 1, 15, 31, 13, 49, 245], [21, 1, 3, 5, 15, 31, 59, 63, 97], [22, 1, 3, 1, 11, 11, 11, 77, 249],
    ];

    private readonly uint[][] _directions;
    private readonly uint[] _seeds;

    /// <summary>Points of a cube.</summary>
    /// <param name="dimensions">1 to <see cref="MostDimensions"/>.</param>
    /// <param name="seed">Of the scrambling.</param>
    public SobolPoints(int dimensions, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
        _directions = [.. Enumerable.Range(0, dimensions).Select(Directions)];
        _seeds = [.. Enumerable.Range(0, dimensions).Select(d => new CounterRandom(seed).Bits(uint.MaxValue, (ulong)d))];
    }

    /// <summary>A coordinate of a point, between 0 and 1, both left out.</summary>
    /// <param name="dimension">From 0.</param>
    /// <param name="index">Number of the point, from 0; powers of two fill the cube most evenly.</param>
    public double this[int dimension, uint index] => (Scrambled(Plain(dimension, index), _seeds[dimension]) + 0.5) / 4294967296.0;

    /// <summary>A coordinate before scrambling, as a fraction of 2^32.</summary>
    public uint Plain(int dimension, uint index)
    {
        var point = 0u;
        for (var bit = 0; index != 0; bit++, index >>= 1)
            if ((index & 1) != 0)
                point ^= _directions[dimension][bit];
        return point;
    }

    private static uint[] Directions(int dimension)
    {
        var directions = new uint[Bits];
        if (dimension == 0)
        {
            for (var bit = 0; bit < Bits; bit++)
                directions[bit] = 1u << (Bits - 1 - bit);
            return directions;
        }
        var (inner, degree) = (Table[dimension - 1][0], Table[dimension - 1].Length - 1);
        for (var bit = 0; bit < degree; bit++)
            directions[bit] = Table[dimension - 1][bit + 1] << (Bits - 1 - bit);
        for (var bit = degree; bit < Bits; bit++)
        {
            directions[bit] = directions[bit - degree] ^ (directions[bit - degree] >> degree);
            for (var k = 1; k < degree; k++)
                if (((inner >> (degree - 1 - k)) & 1) != 0)
                    directions[bit] ^= directions[bit - k];
        }
        return directions;
    }

    private static uint Scrambled(uint point, uint seed)
    {
        var x = Reversed(point);
        x ^= x * 0x3d20adea;
        x += seed;
        x *= (seed >> 16) | 1;
        x ^= x * 0x05526c56;
        x ^= x * 0x53a22864;
        return Reversed(x);
    }

    private static uint Reversed(uint bits)
    {
        bits = ((bits >> 1) & 0x55555555) | ((bits & 0x55555555) << 1);
        bits = ((bits >> 2) & 0x33333333) | ((bits & 0x33333333) << 2);
        bits = ((bits >> 4) & 0x0F0F0F0F) | ((bits & 0x0F0F0F0F) << 4);
        return System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(bits);
    }
}
