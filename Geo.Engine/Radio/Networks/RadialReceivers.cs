using System.Runtime.Intrinsics;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Lanes;
using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Sweeping;

namespace Geo.Engine.Radio.Networks;

/// <summary>The cells of one radial that a path leads to, with all that is computed of them; filled anew for every radial, so that a sweep allocates nothing.</summary>
/// <param name="capacity">Most cells.</param>
/// <param name="carriers">Carriers whose losses are told apart.</param>
internal sealed class RadialReceivers(int capacity, int carriers)
{
    private readonly FanCell[] _cells = new FanCell[capacity];
    private readonly double[][] _losses = [.. Enumerable.Range(0, carriers).Select(_ => new double[PathColumns.PaddedTo(capacity)])];
    private readonly double[] _powers = new double[PathColumns.PaddedTo(capacity)];

    /// <summary>Where the receivers in the cells are.</summary>
    public RadialEnds Ends { get; } = new(capacity);

    /// <summary>The path to each.</summary>
    public PathColumns Paths { get; } = new(capacity);

    /// <summary>The cells, nearest first.</summary>
    public ReadOnlySpan<FanCell> Cells => _cells.AsSpan(0, Ends.Count);

    /// <summary>Where the power that each receives goes, dBm.</summary>
    public Span<double> PowersDbm => _powers.AsSpan(0, Ends.Count);

    /// <summary>Turns powers into milliwatts.</summary>
    public void PowersToMilliwatts()
    {
        const double NepersPerDecibel = 0.23025850929940457; // ln 10 / 10
        for (var first = 0; first < Ends.Count; first += PathColumns.Width)
            ElementaryFunctions.Exp(Vector512.Create(_powers, first) * NepersPerDecibel).CopyTo(_powers, first);
    }

    /// <summary>What each loses on a carrier, dB.</summary>
    public Span<double> LossesDb(int carrier) => _losses[carrier].AsSpan(0, Ends.Count);

    /// <summary>Begins anew.</summary>
    public void Clear() => Ends.Clear();

    /// <summary>Adds the next cell.</summary>
    public void Add(in FanCell cell, double kilometres, double groundMetres, PathZone zone)
    {
        _cells[Ends.Count] = cell;
        Ends.Add(kilometres, groundMetres, zone);
    }
}
