using System.Runtime.CompilerServices;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>
/// Ordinary kriging with all stations: the linear unbiased estimate of least error variance under a variogram, with a mean that is constant and not known. The system is solved once,
/// in its dual form, so a value costs one covariance for each station. With a nugget, values jump to the station's own at its very place.
/// </summary>
/// <remarks>Source: N. Cressie, Statistics for spatial data (1993), 3.2.12 to 3.2.16 and the dual form of 3.4.5; covariances instead of semivariances, so that Cholesky serves.</remarks>
public sealed class OrdinaryKriging
{
    /// <summary>Most stations.</summary>
    public const int MostStations = 2_000;

    // A Gaussian model without nugget is singular in practice; this much of the sill keeps it solvable and is far below any error.
    private const double LeastGaussianNugget = 1e-6;
    private const double SamePlaceSquared = 1e-6;

    private readonly StationValue[] _stations;
    private readonly CholeskyFactor _factor;
    private readonly double[] _ones;
    private readonly double _onesSquared;

    /// <summary>Solves the system.</summary>
    /// <param name="stations">1 to 2,000 stations; those within a millimetre of each other count once, with their mean.</param>
    /// <param name="variogram">How values differ with distance.</param>
    /// <exception cref="ArgumentException">There are too few or too many stations, or one is not finite.</exception>
    public OrdinaryKriging(IReadOnlyList<StationValue> stations, Variogram variogram)
    {
        Interpolation.Require(1, stations);
        if (stations.Count is 0 or > MostStations)
            throw new ArgumentException($"{stations.Count} stations; allowed are 1 to {MostStations}", nameof(stations));
        _stations = Apart(stations);
        var nugget = variogram.Model == VariogramModel.Gaussian ? Math.Max(variogram.Nugget, LeastGaussianNugget * variogram.Sill) : variogram.Nugget;
        Variogram = variogram with { Nugget = nugget };
        _factor = new CholeskyFactor(Covariances());
        _ones = _factor.Forward(Array.ConvertAll(_stations, _ => 1.0));
        _onesSquared = DenseVector.Dot(_ones, _ones);
        var values = _factor.Forward(Array.ConvertAll(_stations, s => (double)s.Value));
        Mean = DenseVector.Dot(_ones, values) / _onesSquared;
        DenseVector.AddScaled(_ones, -Mean, values);
        Weights = _factor.Backward(values);
    }

    /// <summary>The stations, none at the place of another.</summary>
    public IReadOnlyList<StationValue> Stations => _stations;

    /// <summary>The variogram, with the nugget that was used.</summary>
    public Variogram Variogram { get; }

    /// <summary>The mean that the stations speak for (generalised least squares).</summary>
    public double Mean { get; }

    /// <summary>What the covariance to each station is multiplied by.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Value and standard error at a place.</summary>
    public (double Value, double StandardError) At(double x, double y)
    {
        var covariances = Array.ConvertAll(_stations, s => Covariance(Square(x - s.X) + Square(y - s.Y)));
        var value = Mean;
        for (var i = 0; i < covariances.Length; i++)
            value += Weights[i] * covariances[i];
        return (value, StandardError(covariances));
    }

    /// <summary>Covariance with a station at a squared distance.</summary>
    internal double Covariance(double squaredMetres) => squaredMetres < SamePlaceSquared
        ? Variogram.Sill
        : Variogram.PartialSill * (1 - Variogram.Share(Variogram.Model, Math.Sqrt(squaredMetres) / Variogram.RangeMetres));

    /// <summary>Standard error out of the covariances with all stations, which are lost.</summary>
    internal double StandardError(double[] covariances)
    {
        _factor.Forward(covariances);
        var rest = 1 - DenseVector.Dot(_ones, covariances);
        var variance = Variogram.Sill - DenseVector.Dot(covariances, covariances) + (rest * rest / _onesSquared);
        return Math.Sqrt(Math.Max(0, variance));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static StationValue[] Apart(IReadOnlyList<StationValue> stations)
    {
        var (apart, sums, counts, found) = (new StationValue[stations.Count], new double[stations.Count], new int[stations.Count], 0);
        foreach (var station in stations)
        {
            var place = 0;
            while (place < found && !(Square(apart[place].X - station.X) + Square(apart[place].Y - station.Y) < SamePlaceSquared))
                place++;
            if (place == found)
                apart[found++] = station;
            sums[place] += station.Value;
            counts[place]++;
        }
        for (var place = 0; place < found; place++)
            apart[place] = apart[place] with { Value = (float)(sums[place] / counts[place]) };
        return apart[..found];
    }

    // The lower triangle.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[][] Covariances()
    {
        var rows = new double[_stations.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new double[i + 1];
            for (var j = 0; j <= i; j++)
                rows[i][j] = Covariance(Square(_stations[i].X - _stations[j].X) + Square(_stations[i].Y - _stations[j].Y));
        }
        return rows;
    }

    private static double Square(double value) => value * value;
}
