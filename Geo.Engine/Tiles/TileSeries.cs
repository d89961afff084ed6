using System.Numerics;
using System.Runtime.InteropServices;

namespace Geo.Engine.Tiles;

/// <summary>
/// Units of a tile for longitudes and latitudes near its middle: a power series, which takes several places at a time, in place of a sine and a logarithm for each.
/// Further away than <see cref="Reach"/> the rest of the series might exceed <see cref="LargestRest"/>. Each place is worked out alike, alone or beside others.
/// </summary>
/// <remarks>
/// Source: the ordinate of Mercator's projection is the integral of the secant, whose series around a latitude follows from sec' = sec tan and tan' = sec². Its poles alternate
/// in sign, so that the term of power k is at most 2 q^k / k, where q is the distance from the middle as a share of that to the nearer pole; with q up to a quarter the rest behind
/// power n is at most 8/3 q^(n+1) / (n + 1).
/// </remarks>
internal sealed class TileSeries
{
    /// <summary>Units by which a place may differ from the exact one: a millionth.</summary>
    public const double LargestRest = 1.0 / (1 << 20);

    private const int Degree = 7;
    private const double Radian = Math.PI / 180;

    private readonly TilePlace _middle;
    private readonly TilePlace[] _terms = new TilePlace[Degree + 1];
    private readonly Vector<double>[] _repeated;
    private readonly Vector<double> _middles;
    private readonly Vector<double> _reaches;

    /// <summary>Around the middle of a tile.</summary>
    public TileSeries(TileAddress tile)
    {
        var middle = tile.Set.LonLat(tile.Column + 0.5, tile.Row + 0.5, tile.Column + 0.5, tile.Row + 0.5, tile.Zoom);
        _middle = new(middle.MinX, middle.MinY);
        var (across, down) = ((double)tile.Set.Columns(tile.Zoom) * TileGeometry.Units, (double)TileMatrixSet.Rows(tile.Zoom) * TileGeometry.Units);
        var isMercator = tile.Set == TileMatrixSet.WebMercatorQuad;
        var secant = isMercator ? SecantSeries(_middle.Y * Radian) : [];
        _terms[0] = new(TileGeometry.Units / 2, TileGeometry.Units / 2);
        for (var power = 1; power <= Degree; power++)
            _terms[power] = new(power == 1 ? across / 360 : 0, isMercator ? -down / (2 * Math.PI) * secant[power - 1] / power * Math.Pow(Radian, power) : power == 1 ? -down / 180 : 0);
        Reach = isMercator ? MercatorReach(_middle.Y, down) : double.PositiveInfinity;
        _repeated = [.. _terms.Select(Repeated)];
        (_middles, _reaches) = (Repeated(_middle), Repeated(new(double.PositiveInfinity, Reach)));
    }

    /// <summary>Degrees of latitude from the middle as far as which the series is used.</summary>
    public double Reach { get; }

    /// <summary>Whether a latitude lies near enough.</summary>
    public bool Reaches(double latitude) => !(Math.Abs(latitude - _middle.Y) > Reach);

    /// <summary>The place of a longitude and a latitude that is near enough.</summary>
    public TilePlace Of(TilePlace lonLat)
    {
        var (x, y) = (lonLat.X - _middle.X, lonLat.Y - _middle.Y);
        var (across, down) = _terms[Degree];
        for (var power = Degree - 1; power >= 0; power--)
            (across, down) = ((across * x) + _terms[power].X, (down * y) + _terms[power].Y);
        return new(across, down);
    }

    /// <summary>Turns longitudes and latitudes from the front into places, until some are not near enough or too few are left; how many were turned.</summary>
    public int Place(Span<TilePlace> places)
    {
        var numbers = MemoryMarshal.Cast<TilePlace, double>(places);
        var terms = _repeated;
        var at = 0;
        for (; numbers.Length - at >= Vector<double>.Count; at += Vector<double>.Count)
        {
            var away = new Vector<double>(numbers[at..]) - _middles;
            if (Vector.GreaterThanAny(Vector.Abs(away), _reaches))
                break;
            var sum = terms[Degree];
            for (var power = Degree - 1; power >= 0; power--)
                sum = (sum * away) + terms[power];
            sum.CopyTo(numbers[at..]);
        }
        return at / 2;
    }

    private static double[] SecantSeries(double latitude)
    {
        var (secant, tangent) = (new double[Degree], new double[Degree]);
        (secant[0], tangent[0]) = (1 / Math.Cos(latitude), Math.Tan(latitude));
        for (var power = 1; power < Degree; power++)
        {
            for (var i = 0; i < power; i++)
            {
                secant[power] += secant[i] * tangent[power - 1 - i] / power;
                tangent[power] += secant[i] * secant[power - 1 - i] / power;
            }
        }
        return secant;
    }

    private static double MercatorReach(double latitude, double unitsDown)
    {
        var share = Math.Pow(LargestRest * (Degree + 1) * 2 * Math.PI * 3 / 8 / unitsDown, 1.0 / (Degree + 1));
        return Math.Min(share, 0.25) * (90 - Math.Abs(latitude));
    }

    private static Vector<double> Repeated(TilePlace pair)
    {
        Span<TilePlace> pairs = stackalloc TilePlace[Vector<double>.Count / 2];
        pairs.Fill(pair);
        return new(MemoryMarshal.Cast<TilePlace, double>(pairs));
    }
}
