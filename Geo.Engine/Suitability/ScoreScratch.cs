namespace Geo.Engine.Suitability;

/// <summary>Buffers for one chunk of cells, on the stack of the thread that combines it.</summary>
internal readonly ref struct ScoreScratch(Span<float> degrees, Span<double> sum, Span<double> missing)
{
    /// <summary>Memberships of the criterion at hand.</summary>
    public Span<float> Degrees { get; } = degrees;

    /// <summary>Weighted sum so far, of degrees or of their logarithms.</summary>
    public Span<double> Sum { get; } = sum;

    /// <summary>Weights of the criteria that were left out.</summary>
    public Span<double> Missing { get; } = missing;

    /// <summary>The first cells of the buffers.</summary>
    public ScoreScratch Of(int length) => new(Degrees[..length], Sum[..length], Missing[..length]);
}
