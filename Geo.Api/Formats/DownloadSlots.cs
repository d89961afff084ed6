namespace Geo.Api.Formats;

/// <summary>How many downloads may run at a time: each holds a connection to the store, or space for a file, for as long as its client takes.</summary>
internal sealed class DownloadSlots : IDisposable
{
    /// <summary>The number.</summary>
    public const int Most = 8;

    private readonly SemaphoreSlim _free = new(Most);

    /// <summary>Takes a place at once, or says that there is none; who has one gives it back.</summary>
    public bool TryTake() => _free.Wait(TimeSpan.Zero, CancellationToken.None);

    /// <summary>Gives a place back.</summary>
    public void GiveBack() => _free.Release();

    public void Dispose() => _free.Dispose();
}
