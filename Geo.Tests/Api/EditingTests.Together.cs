using System.Net;
using System.Text;
using System.Text.Json;
using Geo.Api;
using Geo.Engine.Access;
using Geo.Engine.Features;

namespace Geo.Tests.Api;

/// <content>Several editors at once (robustness.md Q5).</content>
public abstract partial class EditingTests
{
    [Fact]
    public async Task Who_edits_what_somebody_else_has_changed_meanwhile_is_told_and_loses_nothing()
    {
        var items = await ItemsAsync();
        var seen = (await Server.GetAsync($"{items}/1")).Header("ETag");
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Patch, $"{items}/1", MergePatch, """{"properties":{"name":"first"}}""", ("If-Match", seen))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(HttpMethod.Patch, $"{items}/1", MergePatch, """{"properties":{"name":"second"}}""", ("If-Match", seen))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(HttpMethod.Put, $"{items}/1", GeoJson, NewPlace, ("If-Match", seen))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Server.SendAsync(HttpMethod.Delete, $"{items}/1", null, ("If-Match", seen))).Status);
        Assert.Equal("first", (await Server.GetJsonAsync($"{items}/1")).GetProperty("properties").GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_tag_that_an_edit_gives_back_is_good_for_the_next_one_and_a_neighbours_edit_changes_none()
    {
        var items = await ItemsAsync();
        var neighbour = await Server.GetAsync($"{items}/2");
        var tag = (await Server.GetAsync($"{items}/1")).Header("ETag");
        foreach (var people in (int[])[1, 2, 3])
        {
            var answer = await SendAsync(HttpMethod.Patch, $"{items}/1", MergePatch, $$$"""{"properties":{"people":{{{people}}}}}""", ("If-Match", tag));
            Assert.Equal(HttpStatusCode.NoContent, answer.Status);
            Assert.NotEqual(tag, answer.Header("ETag"));
            tag = answer.Header("ETag");
            Assert.Equal(tag, (await Server.GetAsync($"{items}/1")).Header("ETag"));
        }
        Assert.Equal(HttpStatusCode.NotModified, (await Server.GetAsync($"{items}/2", null, ("If-None-Match", neighbour.Header("ETag")))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Server.SendAsync(HttpMethod.Delete, $"{items}/2", null, ("If-Match", neighbour.Header("ETag")))).Status);
    }

    [Fact]
    public async Task Tags_of_every_form_system_and_coding_name_the_state_and_each_has_its_own()
    {
        var items = await ItemsAsync();
        var tags = new List<string>();
        foreach (var (query, encoding) in (IEnumerable<(string, string)>)[("", "identity"), ("", "br"), ("", "gzip"), ("?f=html", "identity"), ("?crs=http://www.opengis.net/def/crs/EPSG/0/9209", "identity"), ("?properties=name", "identity"), ("?lang=en", "identity")])
        {
            var answer = await Server.GetAsync($"{items}/1{query}", null, ("Accept-Encoding", encoding));
            tags.Add(answer.Header("ETag"));
            Assert.StartsWith("\"", tags[^1], StringComparison.Ordinal); // strong: a weak one would match nothing
            Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Patch, $"{items}/1", MergePatch, "{}", ("If-Match", tags[^1]))).Status);
            Assert.Equal(HttpStatusCode.NotModified, (await Server.GetAsync($"{items}/1{query}", null, ("Accept-Encoding", encoding), ("If-None-Match", tags[^1]))).Status);
        }
        Assert.Equal(tags.Count, tags.Distinct().Count());
    }

    [Fact]
    public async Task What_changes_nothing_is_no_edit()
    {
        var items = await ItemsAsync();
        var before = (await Server.GetAsync(items)).Header("ETag");
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Patch, $"{items}/1", MergePatch, """{"properties":{"name":"Sóc Trăng"}}""")).Status);
        Assert.Equal(before, (await Server.GetAsync(items)).Header("ETag"));
        Assert.Empty((await Server.GetJsonAsync($"{items}/1/history")).GetProperty("entries").EnumerateArray());
    }

    [Theory]
    [InlineData("*", 204)]
    [InlineData("\"other\"", 412)]
    [InlineData("\"other.x\", {0}", 204)]
    [InlineData("W/{0}", 412)]
    [InlineData("not a tag", 412)]
    public async Task If_Match_is_read_as_RFC_9110_says(string condition, int status)
    {
        var items = await ItemsAsync();
        var tag = (await Server.GetAsync($"{items}/1")).Header("ETag");
        Assert.Equal(status, (int)(await SendAsync(HttpMethod.Put, $"{items}/1", GeoJson, NewPlace, ("If-Match", condition.Replace("{0}", tag, StringComparison.Ordinal)))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Put, $"{items}/99", GeoJson, NewPlace, ("If-Match", "*"))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(HttpMethod.Put, $"{items}/1", GeoJson, NewPlace, ("If-None-Match", "*"))).Status);
        var now = (await Server.GetAsync($"{items}/1")).Header("ETag");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(HttpMethod.Put, $"{items}/1", GeoJson, NewPlace, ("If-None-Match", now))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Put, $"{items}/1", GeoJson, NewPlace, ("If-None-Match", "\"other.x\""))).Status);
    }

    [Fact]
    public async Task A_server_may_demand_the_state_that_was_seen()
    {
        var items = await ItemsAsync();
        await using var strict = await RunningServer.StartAsync(service.Store, new GeoOptions { RequireIfMatch = true });
        await strict.SignInAsync(Role.Planner);
        async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, string type, string body, params (string, string)[] headers) =>
            (await strict.SendAsync(method, path, type, Encoding.UTF8.GetBytes(body), headers)).Status;
        Assert.Equal(HttpStatusCode.PreconditionRequired, await StatusAsync(HttpMethod.Put, $"{items}/1", GeoJson, NewPlace));
        Assert.Equal(HttpStatusCode.PreconditionRequired, await StatusAsync(HttpMethod.Patch, $"{items}/1", MergePatch, "{}"));
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await strict.SendAsync(HttpMethod.Delete, $"{items}/1")).Status);
        Assert.Equal(HttpStatusCode.Created, await StatusAsync(HttpMethod.Post, items, GeoJson, NewPlace));
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(HttpMethod.Put, $"{items}/1", GeoJson, NewPlace, ("If-Match", (await strict.GetAsync($"{items}/1")).Header("ETag"))));
    }

    [Fact]
    public async Task Patches_of_different_members_at_the_same_time_all_stay()
    {
        var items = await ItemsAsync();
        string[] patches = ["\"name\":\"x\"", "\"people\":7", "\"height\":7.5", "\"coastal\":true", "\"since\":\"2024-01-01\"", "\"seen\":null"];
        var answers = await Task.WhenAll(patches.Select(p => SendAsync(HttpMethod.Patch, $"{items}/1", MergePatch, $$$"""{"properties":{ {{{p}}} }}""")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.NoContent, a.Status));
        Assert.Equal("""{"name":"x","people":7,"height":7.5,"coastal":true,"since":"2024-01-01","seen":null}""", (await Server.GetJsonAsync($"{items}/1")).GetProperty("properties").GetRawText());
    }

    [Fact]
    public async Task Eight_clients_that_move_hectares_between_zones_neither_lose_nor_make_any()
    {
        var rows = Enumerable.Range(1, 5).Select(i => new Feature(i, null, ["zone", 1000L, null, null, null, null]));
        var items = $"collections/{Uri.EscapeDataString(await service.NewLayerAsync(SampleLayers.Places, rows))}/items";
        var moved = await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => TransferAsync(items, new Random(seed))));
        Assert.True(moved.Sum() >= 8, $"only {moved.Sum()} of the transfers came through");
        var features = (await Server.GetJsonAsync(items)).GetProperty("features").EnumerateArray();
        Assert.Equal(5000, features.Sum(f => f.GetProperty("properties").GetProperty("people").GetInt64()));
    }

    /// <summary>Takes from one zone only what it saw there, then gives it to another; a failed taking gives nothing.</summary>
    private async Task<int> TransferAsync(string items, Random random)
    {
        var moved = 0;
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var (from, to, amount) = (random.Next(1, 6), random.Next(1, 6), random.Next(1, 50));
            if (!await AddAsync($"{items}/{from}", -amount))
                continue;
            while (!await AddAsync($"{items}/{to}", amount))
            {
            }
            moved++;
        }
        return moved;
    }

    private async Task<bool> AddAsync(string item, int amount)
    {
        var seen = await Server.GetAsync(item);
        var people = seen.Json.GetProperty("properties").GetProperty("people").GetInt64() + amount;
        var answer = await SendAsync(HttpMethod.Patch, item, MergePatch, $$$"""{"properties":{"people":{{{people}}}}}""", ("If-Match", seen.Header("ETag")));
        Assert.True(answer.Status is HttpStatusCode.NoContent or HttpStatusCode.PreconditionFailed, $"{answer.Status} {answer.Text}");
        return answer.Status == HttpStatusCode.NoContent;
    }

    [Fact]
    public async Task Steps_of_a_transaction_are_done_together_or_not_at_all()
    {
        var items = await ItemsAsync();
        var transactions = $"{items[..items.LastIndexOf('/')]}/transactions";
        var seen = (await Server.GetAsync($"{items}/3")).Header("ETag");
        var answer = await TransactAsync(transactions, Step("create", null, NewPlace), Step("replace", 2, NewPlace), Step("update", 1, """{"properties":{"people":5}}"""), Step("delete", 3, null, seen));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.Equal(2, answer.Json.GetProperty("revision").GetInt64());
        var features = answer.Json.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal([8, 2, 1, 3], features.Select(f => f.GetProperty("id").GetInt32()));
        Assert.Equal((await Server.GetAsync($"{items}/1")).Header("ETag"), features[2].GetProperty("etag").GetString());
        Assert.False(features[3].TryGetProperty("etag", out _));
        Assert.Equal([2L, 2, 2, 2], (await Server.GetJsonAsync($"{items[..items.LastIndexOf('/')]}/history")).GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("revision").GetInt64()));

        var before = (await Server.GetAsync(items)).Header("ETag");
        async Task RefusedAsync(HttpStatusCode status, string? pointer, params string[] steps)
        {
            var refused = await TransactAsync(transactions, [Step("update", 1, """{"properties":{"name":"never"}}"""), .. steps]);
            Assert.True(refused.Status == status, refused.Text);
            Assert.Equal(pointer, refused.Json.TryGetProperty("pointer", out var place) ? place.GetString() : null);
        }
        await RefusedAsync(HttpStatusCode.NotFound, null, Step("delete", 99, null));
        await RefusedAsync(HttpStatusCode.PreconditionFailed, null, Step("update", 2, "{}", seen));
        await RefusedAsync(HttpStatusCode.BadRequest, "/edits/1/id", Step("delete", 1, null));
        await RefusedAsync(HttpStatusCode.BadRequest, "/edits/1/id", Step("delete", null, null));
        await RefusedAsync(HttpStatusCode.BadRequest, "/edits/1/action", Step("erase", 2, null));
        await RefusedAsync(HttpStatusCode.BadRequest, "/edits/1/action", "5");
        await RefusedAsync(HttpStatusCode.BadRequest, "/edits/1/feature", Step("create", null, null));
        await RefusedAsync(HttpStatusCode.BadRequest, "/edits/1/feature/properties/unknown", Step("create", null, NewPlace.Replace("\"name\"", "\"unknown\"", StringComparison.Ordinal)));
        await RefusedAsync(HttpStatusCode.BadRequest, "/edits/1/patch/name", Step("update", 2, """{"name":1}"""));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "/edits/1/feature/geometry", Step("replace", 2, NewPlace.Replace("106.05,9.55", "9.55,106.05", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.BadRequest, (await TransactAsync(transactions)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Post, transactions, "application/json", new string('[', 100_000))).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await PostAsync(transactions, NewPlace)).Status);
        Assert.Equal(before, (await Server.GetAsync(items)).Header("ETag"));
    }

    [Fact]
    public async Task Readers_see_hectares_moved_by_transactions_in_one_zone_or_in_the_other_never_in_both()
    {
        var rows = Enumerable.Range(1, 5).Select(i => new Feature(i, null, ["zone", 1000L, null, null, null, null]));
        var items = $"collections/{Uri.EscapeDataString(await service.NewLayerAsync(SampleLayers.Places, rows))}/items";
        var movers = Task.WhenAll(Enumerable.Range(0, 8).Select(seed => MoveAsync(items, new Random(seed))));
        for (var reads = 0; !movers.IsCompleted || reads < 3; reads++)
            Assert.Equal(5000, (await Server.GetJsonAsync(items)).GetProperty("features").EnumerateArray().Sum(f => f.GetProperty("properties").GetProperty("people").GetInt64()));
        Assert.True((await movers).Sum() >= 8);
    }

    private async Task<int> MoveAsync(string items, Random random)
    {
        var moved = 0;
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var from = random.Next(1, 6);
            var (a, b, amount) = (await Server.GetAsync($"{items}/{from}"), await Server.GetAsync($"{items}/{(from % 5) + 1}"), random.Next(1, 50));
            var answer = await TransactAsync($"{items[..items.LastIndexOf('/')]}/transactions", Moved(a, -amount), Moved(b, amount));
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.PreconditionFailed, $"{answer.Status} {answer.Text}");
            moved += answer.Status == HttpStatusCode.OK ? 1 : 0;
        }
        return moved;
    }

    private static string Moved(RunningServer.Answer seen, int amount) => Step(
        "update", seen.Json.GetProperty("id").GetInt64(), $$$"""{"properties":{"people":{{{seen.Json.GetProperty("properties").GetProperty("people").GetInt64() + amount}}}}}""", seen.Header("ETag"));

    private static string Step(string action, long? id, string? content, string? ifMatch = null)
    {
        var step = new StringBuilder($"{{\"action\":\"{action}\"");
        if (id is not null)
            step.Append(System.Globalization.CultureInfo.InvariantCulture, $",\"id\":{id}");
        if (content is not null)
            step.Append(System.Globalization.CultureInfo.InvariantCulture, $",\"{(action == "update" ? "patch" : "feature")}\":{content}");
        if (ifMatch is not null)
            step.Append(System.Globalization.CultureInfo.InvariantCulture, $",\"ifMatch\":{JsonSerializer.Serialize(ifMatch)}");
        return step.Append('}').ToString();
    }

    private Task<RunningServer.Answer> TransactAsync(string path, params string[] steps) =>
        SendAsync(HttpMethod.Post, path, "application/json", $$"""{"edits":[{{string.Join(',', steps)}}]}""");
}
