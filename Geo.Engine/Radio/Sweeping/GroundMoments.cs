namespace Geo.Engine.Radio.Sweeping;

/// <summary>v1 and v2 of the ground up to every point of a radial: the smooth surface of a path is a matter of its last piece then.</summary>
/// <remarks>Source: ITU-R P.1812, attachment 1 to annex 1, 5.6.1 (equations 85 and 86).</remarks>
internal sealed class GroundMoments(double stepKilometres, int capacity)
{
    private readonly (double First, double Second)[] _upTo = new (double, double)[capacity];

    /// <summary>Sums up ground at points 0 to another one.</summary>
    public void Fill(PointHeights grounds, int points)
    {
        _upTo[0] = default;
        for (var i = 1; i <= points; i++)
            _upTo[i] = With(i - 1, grounds[i - 1], i * stepKilometres, grounds[i]);
    }

    /// <summary>Both moments of the ground up to a point and from there to another distance.</summary>
    /// <param name="point">The point.</param>
    /// <param name="groundBefore">Its ground, metres.</param>
    /// <param name="distance">The distance, kilometres.</param>
    /// <param name="ground">Ground there, metres.</param>
    public (double First, double Second) With(int point, double groundBefore, double distance, double ground)
    {
        var before = point * stepKilometres;
        var (first, second) = _upTo[point];
        return (
            first + ((distance - before) * (ground + groundBefore)),
            second + ((distance - before) * ((ground * ((2 * distance) + before)) + (groundBefore * (distance + (2 * before))))));
    }
}
