using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Radio.Networks;

/// <summary>The strongest sectors of every cell of a row, sixteen cells side by side; of equal ones the earlier added is the stronger.</summary>
/// <param name="columns">Cells of the row.</param>
internal sealed class StrongestRow(int columns)
{
    private const int Kept = NetworkCoverage.KeptServers;
    private const int Width = 16;

    private readonly float[][] _milliwatts = [.. Enumerable.Range(0, Kept).Select(_ => new float[columns + Width])];
    private readonly int[][] _servers = [.. Enumerable.Range(0, Kept).Select(_ => new int[columns + Width])];

    /// <summary>Forgets the row.</summary>
    public void Clear()
    {
        foreach (var levels in _milliwatts)
            levels.AsSpan().Clear();
        foreach (var servers in _servers)
            servers.AsSpan().Fill(-1);
    }

    /// <summary>Adds a sector over the cells from a column on.</summary>
    public void Add(ReadOnlySpan<float> milliwatts, int column, int server)
    {
        var whole = milliwatts.Length / Width * Width;
        for (var i = 0; i < whole; i += Width)
            Insert(Vector512.Create(milliwatts[i..]), column + i, server);
        if (whole == milliwatts.Length)
            return;
        Span<float> rest = stackalloc float[Width]; // nothing is stronger than 0
        milliwatts[whole..].CopyTo(rest);
        Insert(Vector512.Create<float>(rest), column + whole, server);
    }

    /// <summary>Tells the sectors of the cells from a column on, <see cref="NetworkCoverage.KeptServers"/> for each cell.</summary>
    public void CopyTo(Span<int> servers, int column)
    {
        for (var rank = 0; rank < Kept; rank++)
        {
            var from = _servers[rank].AsSpan(column, servers.Length / Kept);
            for (var i = 0; i < from.Length; i++)
                servers[(i * Kept) + rank] = from[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Insert(Vector512<float> milliwatts, int column, int server)
    {
        if (!Vector512.GreaterThanAny(milliwatts, Vector512.Create(_milliwatts[Kept - 1], column)))
            return;
        var (isIn, servers) = (Vector512<float>.Zero, Vector512.Create(server));
        for (var rank = 0; rank < Kept; rank++)
        {
            var (kept, keptServers) = (Vector512.Create(_milliwatts[rank], column), Vector512.Create(_servers[rank], column));
            isIn |= Vector512.GreaterThan(milliwatts, kept); // once in, it pushes all weaker ones down
            Vector512.ConditionalSelect(isIn, milliwatts, kept).CopyTo(_milliwatts[rank], column);
            Vector512.ConditionalSelect(isIn.AsInt32(), servers, keptServers).CopyTo(_servers[rank], column);
            (milliwatts, servers) = (Vector512.ConditionalSelect(isIn, kept, milliwatts), Vector512.ConditionalSelect(isIn.AsInt32(), keptServers, servers));
        }
    }
}
