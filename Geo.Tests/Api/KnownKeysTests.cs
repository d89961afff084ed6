using Geo.Api;
using Geo.Api.Access;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Api;

/// <summary>How soon the server follows the keys of the store, and what that costs the store.</summary>
public sealed class KnownKeysTests : IAsyncDisposable
{
    private readonly MemoryStore _store = new();
    private readonly HandClock _clock = new();
    private readonly KnownKeys _known;

    public KnownKeysTests() => _known = new KnownKeys(_store, new GeoOptions(), _clock);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_revoked_key_is_refused_within_five_seconds()
    {
        var (key, text) = await MakeAsync();
        Assert.Equal(key.Id, (await _known.FindAsync(text, Cancel))?.Id);
        await _store.Keys.RevokeAsync(key.Id, _clock.GetUtcNow(), Author.Program, Cancel);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await _known.FindAsync(text, Cancel));
    }

    [Fact]
    public async Task A_new_key_is_good_at_once()
    {
        await _known.FindAsync((await MakeAsync()).Text, Cancel);
        var (key, text) = await MakeAsync();
        Assert.Equal(key.Id, (await _known.FindAsync(text, Cancel))?.Id);
    }

    [Fact]
    public async Task Many_requests_with_good_and_wrong_keys_cost_the_store_next_to_nothing()
    {
        var (_, good) = await MakeAsync();
        for (var i = 0; i < 500; i++)
        {
            await _known.FindAsync(good, Cancel);
            Assert.Null(await _known.FindAsync($"stg_{i:x8}_{new string('A', 43)}", Cancel));
        }
        Assert.InRange(_store.MemoryKeys.Reads, 1, 10);
    }

    [Fact]
    public async Task A_store_that_was_away_is_asked_again()
    {
        var (_, text) = await MakeAsync();
        _store.IsAway = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _known.FindAsync(text, Cancel));
        _store.IsAway = false;
        Assert.NotNull(await _known.FindAsync(text, Cancel));
    }

    private async Task<(AccessKey Key, string Text)> MakeAsync()
    {
        var made = KeyText.Make("test", Role.Viewer, _clock.GetUtcNow());
        await _store.Keys.AddAsync(made.Key, Author.Program, Cancel);
        return made;
    }
}
