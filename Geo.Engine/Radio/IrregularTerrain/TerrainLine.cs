namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>Ground at equal steps from the transmitter to the receiver, both included.</summary>
/// <param name="heights">Metres above sea level, at least 2.</param>
/// <param name="stepMetres">From one height to the next, above 0.</param>
public readonly ref struct TerrainLine(ReadOnlySpan<double> heights, double stepMetres)
{
    /// <summary>Metres above sea level.</summary>
    public ReadOnlySpan<double> HeightsMetres { get; } = heights;

    /// <summary>From one height to the next, metres.</summary>
    public double StepMetres { get; } = stepMetres;

    /// <summary>Number of steps.</summary>
    public int Steps => HeightsMetres.Length - 1;

    /// <summary>Length of the path, metres.</summary>
    public double LengthMetres => Steps * StepMetres;

    /// <summary>Mean height of the middle 80 percent, metres.</summary>
    public double MeanMetres
    {
        get
        {
            var tenth = (int)(0.1 * Steps);
            var middle = HeightsMetres[tenth..(Steps - tenth + 1)];
            var sum = 0.0;
            foreach (var height in middle)
                sum += height;
            return sum / middle.Length;
        }
    }

    /// <summary>
    /// The straight line that follows the ground best between two distances, at both ends of the whole path. Where fewer than two heights lie between
    /// them, one step is added on either side.
    /// </summary>
    /// <remarks>Source: Hufford, The Algorithm, 1.2.2, section on terrain profiles (subroutine z1sq1).</remarks>
    public (double AtTransmitter, double AtReceiver) Fit(double fromMetres, double toMetres)
    {
        var first = (int)Math.Max(fromMetres / StepMetres, 0);
        var last = Steps - (int)Math.Max(Steps - (toMetres / StepMetres), 0);
        if (last <= first)
        {
            first = Math.Max(first - 1, 0);
            last = Steps - Math.Max(Steps - (last + 1), 0);
        }

        var length = last - first;
        var middle = 0.5 * (first + last);
        var sum = 0.5 * (HeightsMetres[first] + HeightsMetres[last]);
        var moment = 0.5 * length / 2 * (HeightsMetres[last] - HeightsMetres[first]);
        for (var i = first + 1; i < last; i++)
        {
            sum += HeightsMetres[i];
            moment += HeightsMetres[i] * (i - middle);
        }

        var mean = sum / length;
        var slope = moment * 12 / (((length * (double)length) + 2) * length);
        return (mean - (slope * middle), mean + (slope * (Steps - middle)));
    }

    /// <summary>Delta h: range of ground heights between two distances without the highest and the lowest tenth, as it were on an endless path, metres.</summary>
    /// <remarks>Source: Hufford, The Algorithm, 1.2.2 (subroutine dlthx).</remarks>
    public double InterdecileRange(double fromMetres, double toMetres)
    {
        var (from, to) = (fromMetres / StepMetres, toMetres / StepMetres);
        if (to - from < 2)
            return 0;
        var tenth = Math.Clamp((int)(0.1 * (to - from + 8)), 4, 25);
        var count = (10 * tenth) - 5;
        Span<double> samples = stackalloc double[count];
        Resample(samples, from, (to - from) / (count - 1));
        var (start, end) = new TerrainLine(samples, 1).Fit(0, count - 1);
        for (var i = 0; i < count; i++)
            samples[i] -= start + ((end - start) * i / (count - 1));
        samples.Sort();
        return (samples[count - tenth] - samples[tenth - 1]) / (1 - (0.8 * Math.Exp(-(toMetres - fromMetres) / 50e3)));
    }

    private void Resample(Span<double> samples, double from, double step)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            var at = from + (i * step);
            var next = Math.Clamp((int)Math.Ceiling(at), 1, Steps);
            samples[i] = HeightsMetres[next] + ((HeightsMetres[next] - HeightsMetres[next - 1]) * (at - next));
        }
    }
}
