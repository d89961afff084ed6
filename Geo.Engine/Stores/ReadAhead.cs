using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Geo.Engine.Features;

namespace Geo.Engine.Stores;

/// <summary>
/// Reads features on another thread while those before are written, so that a copy takes as long as the slower of the two. Some two thousand features or ten mebibytes
/// of them wait at most; order and errors stay as they are.
/// </summary>
internal static class ReadAhead
{
    private const int MostBatches = 8;

    /// <summary>The same features; who stops early ends the reading too.</summary>
    public static IAsyncEnumerable<Feature> Of(IAsyncEnumerable<Feature> features, CancellationToken cancellation) =>
        AheadAsync(features, () => new FeatureBatch(), cancellation);

    /// <summary>The same rows, each good until the next is asked for: copies.</summary>
    public static IAsyncEnumerable<FeatureRow> Of(IAsyncEnumerable<FeatureRow> rows, LayerDefinition definition, CancellationToken cancellation) =>
        AheadAsync(rows, () => new RowBatch(definition), cancellation);

    private static async IAsyncEnumerable<T> AheadAsync<T>(IAsyncEnumerable<T> items, Func<ReadBatch<T>> make, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var free = Channel.CreateUnbounded<ReadBatch<T>>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var filled = Channel.CreateBounded<ReadBatch<T>>(new BoundedChannelOptions(MostBatches) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => FillAsync(items, () => free.Reader.TryRead(out var used) ? used : make(), filled.Writer, ending.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in filled.Reader.ReadAllAsync(cancellation))
            {
                foreach (var item in batch.Items)
                    yield return item;
                batch.Clear();
                free.Writer.TryWrite(batch);
            }
            await reading; // what went wrong there is told behind the features that came before
        }
        finally
        {
            await ending.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task FillAsync<T>(IAsyncEnumerable<T> items, Func<ReadBatch<T>> begin, ChannelWriter<ReadBatch<T>> filled, CancellationToken cancellation)
    {
        var batch = begin();
        try
        {
            await foreach (var item in items.WithCancellation(cancellation))
            {
                batch.Add(item);
                if (!batch.IsFull)
                    continue;
                await filled.WriteAsync(batch, cancellation);
                batch = begin();
            }
        }
        finally
        {
            if (batch.Count > 0 && !cancellation.IsCancellationRequested)
                await filled.WriteAsync(batch, cancellation);
            filled.Complete();
        }
    }
}
