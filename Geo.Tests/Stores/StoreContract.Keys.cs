using Geo.Engine.Access;

namespace Geo.Tests.Stores;

/// <summary>Keys are kept beside the layers.</summary>
public abstract partial class StoreContract
{
    private static readonly DateTimeOffset Made = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_new_store_has_no_keys() => Assert.Empty(await Store.Keys.ListAsync(Cancel));

    [Fact]
    public async Task A_key_is_kept_as_it_was_given_and_seen_by_other_processes()
    {
        var (planner, text) = KeyText.Make("Phòng Nông nghiệp 'Long Phú'", Role.Planner, Made.AddMilliseconds(750));
        var (admin, _) = KeyText.Make("admin", Role.Admin, Made);
        await Store.Keys.AddAsync(planner, Author.Program, Cancel);
        await Store.Keys.AddAsync(admin, Author.Program, Cancel);
        await using var second = CreateSecond();
        await second.OpenAsync(Cancel);
        var keys = await second.Keys.ListAsync(Cancel);
        Assert.Equal(new[] { planner.Id, admin.Id }.Order(StringComparer.Ordinal), keys.Select(k => k.Id));
        var kept = keys.Single(k => k.Id == planner.Id);
        Assert.Equal(("Phòng Nông nghiệp 'Long Phú'", Role.Planner, Made, (DateTimeOffset?)null), (kept.Label, kept.Role, kept.Created, kept.Revoked));
        Assert.True(KeyText.Matches(text, kept));
        Assert.False(KeyText.Matches(text[..^1] + (text[^1] == 'A' ? 'B' : 'A'), kept));
    }

    [Fact]
    public async Task A_revoked_key_stays_listed_with_the_date_of_its_first_revocation()
    {
        var (key, _) = KeyText.Make("gone", Role.Viewer, Made);
        await Store.Keys.AddAsync(key, Author.Program, Cancel);
        Assert.True(await Store.Keys.RevokeAsync(key.Id, Made.AddDays(1), Author.Program, Cancel));
        Assert.True(await Store.Keys.RevokeAsync(key.Id, Made.AddDays(2), Author.Program, Cancel));
        Assert.Equal(Made.AddDays(1), Assert.Single(await Store.Keys.ListAsync(Cancel)).Revoked);
        Assert.False(await Store.Keys.RevokeAsync("no-such", Made, Author.Program, Cancel));
    }

    [Fact]
    public async Task A_second_key_of_one_id_is_refused_and_the_first_stays()
    {
        var (key, text) = KeyText.Make("first", Role.Viewer, Made);
        await Store.Keys.AddAsync(key, Author.Program, Cancel);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Keys.AddAsync(key with { Label = "second", Hash = new byte[32] }, Author.Program, Cancel));
        Assert.True(KeyText.Matches(text, Assert.Single(await Store.Keys.ListAsync(Cancel))));
    }
}
