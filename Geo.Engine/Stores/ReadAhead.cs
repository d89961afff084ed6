using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Geo.Engine.Features;

namespace Geo.Engine.Stores;

/// <summary>
/// Reads features on another thread while those before are written, so that a copy takes as long as the slower of the two. Some thousand features wait at
/// most; order and errors stay as they are.
/// </summary>
internal static class ReadAhead
{
    private const int BatchSize = 256;
    private const int MostBatches = 8;

    /// <summary>The same features; who stops early ends the reading too.</summary>
    public static async IAsyncEnumerable<Feature> Of(IAsyncEnumerable<Feature> features, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var batches = Channel.CreateBounded<List<Feature>>(new BoundedChannelOptions(MostBatches) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => FillAsync(features, batches.Writer, ending.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellation))
            {
                foreach (var feature in batch)
                    yield return feature;
            }
            await reading; // what went wrong there is told behind the features that came before
        }
        finally
        {
            await ending.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task FillAsync(IAsyncEnumerable<Feature> features, ChannelWriter<List<Feature>> batches, CancellationToken cancellation)
    {
        var batch = new List<Feature>(BatchSize);
        try
        {
            await foreach (var feature in features.WithCancellation(cancellation))
            {
                batch.Add(feature);
                if (batch.Count < BatchSize)
                    continue;
                await batches.WriteAsync(batch, cancellation);
                batch = new List<Feature>(BatchSize);
            }
        }
        finally
        {
            if (batch.Count > 0 && !cancellation.IsCancellationRequested)
                await batches.WriteAsync(batch, cancellation);
            batches.Complete();
        }
    }
}
