using System.Runtime.CompilerServices;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>Fits variograms to stations.</summary>
public static class VariogramFit
{
    private const int Lags = 15;
    private const int FewestLags = 3;
    private const double CutoffShare = 1.0 / 3;
    private const int RangesTried = 200;
    private const int Halvings = 60;

    /// <summary>
    /// The semivariance of pairs by distance: 15 classes up to a third of the diagonal of the stations' box, or, where fewer than three of these hold pairs, up to
    /// the whole diagonal. Classes without pairs are left out.
    /// </summary>
    /// <remarks>Source: G. Matheron (1962), method of moments; classes and cut-off are the defaults of gstat.</remarks>
    public static IReadOnlyList<VariogramLag> Empirical(IReadOnlyList<StationValue> stations)
    {
        var (xs, ys) = (new double[stations.Count], new double[stations.Count]);
        for (var i = 0; i < xs.Length; i++)
            (xs[i], ys[i]) = (stations[i].X, stations[i].Y);
        if (xs.Length == 0)
            return [];
        var diagonal = Math.Sqrt(Square(xs.Max() - xs.Min()) + Square(ys.Max() - ys.Min()));
        var usual = Empirical(stations, diagonal * CutoffShare, Lags);
        return usual.Count >= FewestLags ? usual : Empirical(stations, diagonal, Lags);
    }

    /// <summary>The semivariance of pairs by distance, in classes of one width; a pair at an edge belongs to the class below.</summary>
    /// <param name="stations">The stations; pairs at one place are left out.</param>
    /// <param name="cutoffMetres">The longest distance.</param>
    /// <param name="classes">Number of classes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static IReadOnlyList<VariogramLag> Empirical(IReadOnlyList<StationValue> stations, double cutoffMetres, int classes)
    {
        var (distances, squares, pairs) = (new double[classes], new double[classes], new int[classes]);
        StationValue[] all = [.. stations];
        for (var i = 0; i < all.Length; i++)
            for (var j = 0; j < i; j++)
            {
                var (x, y, difference) = (all[i].X - all[j].X, all[i].Y - all[j].Y, (double)all[i].Value - all[j].Value);
                var distance = Math.Sqrt((x * x) + (y * y));
                if (distance == 0 || distance > cutoffMetres)
                    continue;
                var lag = Math.Clamp((int)Math.Ceiling(distance / cutoffMetres * classes) - 1, 0, classes - 1);
                distances[lag] += distance;
                squares[lag] += difference * difference;
                pairs[lag]++;
            }
        var held = Enumerable.Range(0, classes).Where(l => pairs[l] > 0).ToArray();
        return Array.ConvertAll(held, l => new VariogramLag(distances[l] / pairs[l], squares[l] / (2 * pairs[l]), pairs[l]));
    }

    /// <summary>
    /// The variogram of a model that comes nearest to the classes: least sum of pairs x (found / model - 1)^2, nugget and partial sill at least 0, range between
    /// a tenth of the shortest and twice the longest distance. Null without classes, or when all values are alike.
    /// </summary>
    /// <remarks>
    /// Source: N. Cressie, Fitting variogram models by weighted least squares, Mathematical Geology 17 (1985), equation 3.6 with the weights of section 4. The scale is solved for exactly; range and share of the
    /// nugget are searched on a grid and then by halving, so the same stations give the same fit everywhere.
    /// </remarks>
    public static Variogram? Fit(IReadOnlyList<VariogramLag> lags, VariogramModel model)
    {
        VariogramLag[] classes = [.. lags];
        if (Array.TrueForAll(classes, l => l.Semivariance == 0))
            return null;
        var (least, most) = (Math.Log(lags[0].DistanceMetres / 10), Math.Log(lags[^1].DistanceMetres * 2));
        var step = (most - least) / RangesTried;
        var start = Enumerable.Range(0, RangesTried + 1).MinBy(i => Best(classes, model, Math.Exp(least + (i * step))).Error);
        var range = Math.Exp(Least(r => Best(classes, model, Math.Exp(r)).Error, Math.Max(least, least + ((start - 1) * step)), Math.Min(most, least + ((start + 1) * step))));
        var best = Best(classes, model, range);
        return new Variogram(model, best.Sill * (1 - best.Share), best.Sill * best.Share, range);
    }

    /// <summary>How far a variogram is from the classes: the sum that <see cref="Fit"/> makes least.</summary>
    public static double Error(IReadOnlyList<VariogramLag> lags, Variogram variogram) =>
        lags.Sum(l => l.Pairs * Square((l.Semivariance / variogram.Semivariance(l.DistanceMetres)) - 1));

    // The best share of the sill that is not nugget, for a range.
    private static (double Error, double Share, double Sill) Best(VariogramLag[] lags, VariogramModel model, double range)
    {
        var shape = Array.ConvertAll(lags, l => Variogram.Share(model, l.DistanceMetres / range));
        var tried = Enumerable.Range(0, 21).MinBy(i => Scaled(lags, shape, i / 20.0).Error);
        var share = Least(s => Scaled(lags, shape, s).Error, Math.Max(0, (tried - 1) / 20.0), Math.Min(1, (tried + 1) / 20.0));
        var inside = Scaled(lags, shape, share);
        var whole = Scaled(lags, shape, 1);
        var none = Scaled(lags, shape, 0);
        if (whole.Error <= inside.Error && whole.Error <= none.Error)
            return (whole.Error, 1, whole.Sill);
        return none.Error <= inside.Error ? (none.Error, 0, none.Sill) : (inside.Error, share, inside.Sill);
    }

    // With 1/sill as the unknown, the sum is a parabola.
    private static (double Error, double Sill) Scaled(VariogramLag[] lags, double[] shape, double share)
    {
        var (linear, square, pairs) = (0.0, 0.0, 0.0);
        for (var i = 0; i < lags.Length; i++)
        {
            var ratio = lags[i].Semivariance / (1 - share + (share * shape[i]));
            linear += lags[i].Pairs * ratio;
            square += lags[i].Pairs * ratio * ratio;
            pairs += lags[i].Pairs;
        }
        return (pairs - (linear * linear / square), square / linear);
    }

    // Golden section; the best of the grid lies inside.
    private static double Least(Func<double, double> error, double low, double high)
    {
        var part = (Math.Sqrt(5) - 1) / 2;
        var (a, b) = (high - (part * (high - low)), low + (part * (high - low)));
        var (atA, atB) = (error(a), error(b));
        for (var i = 0; i < Halvings; i++)
        {
            if (atA <= atB)
            {
                (high, b, atB) = (b, a, atA);
                a = high - (part * (high - low));
                atA = error(a);
            }
            else
            {
                (low, a, atA) = (a, b, atB);
                b = low + (part * (high - low));
                atB = error(b);
            }
        }
        return (low + high) / 2;
    }

    private static double Square(double value) => value * value;
}
