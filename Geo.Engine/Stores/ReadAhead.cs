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
    public static IAsyncEnumerable<Feature> Of(IAsyncEnumerable<Feature> features, CancellationToken cancellation) =>
        AheadAsync(features, () => new List<Feature>(BatchSize), Add, batch => batch, _ => { }, cancellation);

    /// <summary>The same rows, each good until the next is asked for: copies, in rows that are used again and again.</summary>
    public static IAsyncEnumerable<FeatureRow> Of(IAsyncEnumerable<FeatureRow> rows, LayerDefinition definition, CancellationToken cancellation)
    {
        var free = Channel.CreateUnbounded<RowBatch>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        return AheadAsync(
            rows, () => free.Reader.TryRead(out var used) ? used : new RowBatch(definition), (batch, row) => batch.Add(row), batch => batch.Taken, used => free.Writer.TryWrite(used), cancellation);
    }

    private static async IAsyncEnumerable<TItem> AheadAsync<TItem, TBatch>(
        IAsyncEnumerable<TItem> items, Func<TBatch> begin, Func<TBatch, TItem, int> add, Func<TBatch, IEnumerable<TItem>> open, Action<TBatch> giveBack,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var batches = Channel.CreateBounded<TBatch>(new BoundedChannelOptions(MostBatches) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => FillAsync(items, begin, add, batches.Writer, ending.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellation))
            {
                foreach (var item in open(batch))
                    yield return item;
                giveBack(batch);
            }
            await reading; // what went wrong there is told behind the features that came before
        }
        finally
        {
            await ending.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task FillAsync<TItem, TBatch>(
        IAsyncEnumerable<TItem> items, Func<TBatch> begin, Func<TBatch, TItem, int> add, ChannelWriter<TBatch> batches, CancellationToken cancellation)
    {
        var (batch, count) = (begin(), 0);
        try
        {
            await foreach (var item in items.WithCancellation(cancellation))
            {
                count = add(batch, item);
                if (count < BatchSize)
                    continue;
                await batches.WriteAsync(batch, cancellation);
                (batch, count) = (begin(), 0);
            }
        }
        finally
        {
            if (count > 0 && !cancellation.IsCancellationRequested)
                await batches.WriteAsync(batch, cancellation);
            batches.Complete();
        }
    }

    private static int Add(List<Feature> batch, Feature feature)
    {
        batch.Add(feature);
        return batch.Count;
    }

    private sealed class RowBatch(LayerDefinition definition)
    {
        private readonly HeldRow[] rows = [.. Enumerable.Range(0, BatchSize).Select(_ => new HeldRow(definition))];
        private int count;

        /// <summary>The rows that it took since it was opened last.</summary>
        public IEnumerable<FeatureRow> Taken
        {
            get
            {
                var taken = rows.Take(count);
                count = 0;
                return taken;
            }
        }

        public int Add(FeatureRow row)
        {
            rows[count++].Take(row);
            return count;
        }
    }
}
