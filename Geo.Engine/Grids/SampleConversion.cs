using System.Numerics;
using System.Runtime.InteropServices;

namespace Geo.Engine.Grids;

/// <summary>
/// Turns samples of a file into cells. Into floats, the declared nodata value becomes NaN; into whole numbers, samples go as they are.
/// Whole numbers beyond 2^24 are rounded in a float.
/// </summary>
/// <typeparam name="TSample">Type of the samples.</typeparam>
/// <typeparam name="T">Type of the cells.</typeparam>
internal sealed class SampleConversion<TSample, T>
    where TSample : unmanaged, INumber<TSample>, IMinMaxValue<TSample>
    where T : unmanaged, INumber<T>
{
    private readonly bool _intoFloat = typeof(T) == typeof(float);
    private readonly TSample? _nodata;

    /// <summary>Prepares the conversion for a file's nodata value.</summary>
    public SampleConversion(double? nodata)
    {
        // A value that the samples cannot take (-9999 in bytes) marks no cell; a float's nodata is printed with more or fewer digits than it has.
        if (nodata is { } value && !double.IsNaN(value))
        {
            var nearest = TSample.CreateSaturating(value);
            var exact = double.CreateTruncating(nearest) == value;
            _nodata = exact || typeof(TSample) == typeof(float) ? nearest : null;
        }

        Missing = _intoFloat && nodata is not null ? T.CreateTruncating(float.NaN) : MissingOf(nodata);
    }

    /// <summary>What a cell gets whose chunk the file leaves out: nodata where declared, else 0.</summary>
    public T Missing { get; }

    /// <summary>Converts a run of samples.</summary>
    public void Convert(ReadOnlySpan<TSample> samples, Span<T> cells)
    {
        if (typeof(TSample) == typeof(T))
        {
            MemoryMarshal.Cast<TSample, T>(samples).CopyTo(cells);
        }
        else
        {
            for (var i = 0; i < samples.Length; i++)
                cells[i] = T.CreateTruncating(samples[i]);
        }

        if (!_intoFloat || _nodata is not { } nodata)
            return;
        var missing = T.CreateTruncating(float.NaN);
        for (var i = 0; i < samples.Length; i++)
        {
            if (samples[i] == nodata)
                cells[i] = missing;
        }
    }

    private static T MissingOf(double? nodata) => nodata is { } value && !double.IsNaN(value) ? T.CreateSaturating(value) : T.Zero;
}
