using System.Numerics.Tensors;

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

    private readonly double[][] _factor;
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
        Stations = Apart(stations);
        var nugget = variogram.Model == VariogramModel.Gaussian ? Math.Max(variogram.Nugget, LeastGaussianNugget * variogram.Sill) : variogram.Nugget;
        Variogram = variogram with { Nugget = nugget };
        _factor = Cholesky();
        _ones = Forward(Enumerable.Repeat(1.0, Stations.Count).ToArray());
        _onesSquared = TensorPrimitives.Dot<double>(_ones, _ones);
        var values = Forward([.. Stations.Select(s => (double)s.Value)]);
        Mean = TensorPrimitives.Dot<double>(_ones, values) / _onesSquared;
        Weights = Backward([.. values.Zip(_ones, (v, one) => v - (Mean * one))]);
    }

    /// <summary>The stations, none at the place of another.</summary>
    public IReadOnlyList<StationValue> Stations { get; }

    /// <summary>The variogram, with the nugget that was used.</summary>
    public Variogram Variogram { get; }

    /// <summary>The mean that the stations speak for (generalised least squares).</summary>
    public double Mean { get; }

    /// <summary>What the covariance to each station is multiplied by.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Value and standard error at a place.</summary>
    public (double Value, double StandardError) At(double x, double y)
    {
        var covariances = new double[Stations.Count];
        for (var i = 0; i < covariances.Length; i++)
            covariances[i] = Covariance(Square(x - Stations[i].X) + Square(y - Stations[i].Y));
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
        Forward(covariances);
        var rest = 1 - TensorPrimitives.Dot<double>(_ones, covariances);
        var variance = Variogram.Sill - TensorPrimitives.Dot<double>(covariances, covariances) + (rest * rest / _onesSquared);
        return Math.Sqrt(Math.Max(0, variance));
    }

    private static List<StationValue> Apart(IReadOnlyList<StationValue> stations)
    {
        var apart = new List<(StationValue First, double Sum, int Count)>();
        foreach (var station in stations)
        {
            var index = apart.FindIndex(a => Square(a.First.X - station.X) + Square(a.First.Y - station.Y) < SamePlaceSquared);
            if (index < 0)
                apart.Add((station, station.Value, 1));
            else
                apart[index] = (apart[index].First, apart[index].Sum + station.Value, apart[index].Count + 1);
        }
        return [.. apart.Select(a => a.First with { Value = (float)(a.Sum / a.Count) })];
    }

    // The lower triangle of covariances, factored in place row by row.
    private double[][] Cholesky()
    {
        var factor = new double[Stations.Count][];
        for (var i = 0; i < factor.Length; i++)
        {
            factor[i] = new double[i + 1];
            for (var j = 0; j <= i; j++)
            {
                var covariance = Covariance(Square(Stations[i].X - Stations[j].X) + Square(Stations[i].Y - Stations[j].Y));
                var rest = covariance - TensorPrimitives.Dot<double>(factor[i].AsSpan(0, j), factor[j].AsSpan(0, j));
                factor[i][j] = i == j ? Math.Sqrt(Math.Max(rest, double.Epsilon)) : rest / factor[j][j];
            }
        }
        return factor;
    }

    private double[] Forward(double[] values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = (values[i] - TensorPrimitives.Dot<double>(_factor[i].AsSpan(0, i), values.AsSpan(0, i))) / _factor[i][i];
        return values;
    }

    private double[] Backward(double[] values)
    {
        for (var i = values.Length - 1; i >= 0; i--)
        {
            values[i] /= _factor[i][i];
            for (var j = 0; j < i; j++)
                values[j] -= _factor[i][j] * values[i];
        }
        return values;
    }

    private static double Square(double value) => value * value;
}
