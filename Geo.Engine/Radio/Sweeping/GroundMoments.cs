using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Lanes;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>v1 and v2 of the ground up to every point of a radial: the smooth surface of a path is a matter of its last piece then.</summary>
/// <remarks>Source: ITU-R P.1812, attachment 1 to annex 1, 5.6.1 (equations 85 and 86).</remarks>
internal sealed class GroundMoments(double stepKilometres, int capacity)
{
    private readonly double[] _firsts = new double[capacity];
    private readonly double[] _seconds = new double[capacity];

    /// <summary>Sums up ground at points 0 to another one.</summary>
    public void Fill(ReadOnlySpan<double> grounds)
    {
        var (first, second, before) = (0.0, 0.0, 0.0);
        for (var i = 1; i < grounds.Length; i++)
        {
            var distance = i * stepKilometres;
            first += (distance - before) * (grounds[i] + grounds[i - 1]);
            second += (distance - before) * ((grounds[i] * ((2 * distance) + before)) + (grounds[i - 1] * (distance + (2 * before))));
            (_firsts[i], _seconds[i], before) = (first, second, distance);
        }
    }

    /// <summary>Both moments of the ground up to a point of each of eight paths and from there to another distance.</summary>
    /// <param name="points">The points.</param>
    /// <param name="groundBefore">Their ground, metres.</param>
    /// <param name="distance">The distances, kilometres.</param>
    /// <param name="ground">Ground there, metres.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (Vector512<double> First, Vector512<double> Second) With(
        Vector512<double> points, Vector512<double> groundBefore, Vector512<double> distance, Vector512<double> ground)
    {
        var before = points * stepKilometres;
        return (
            LaneMath.LookUp(_firsts, points) + ((distance - before) * (ground + groundBefore)),
            LaneMath.LookUp(_seconds, points) + ((distance - before) * ((ground * ((distance * 2) + before)) + (groundBefore * (distance + (before * 2))))));
    }
}
