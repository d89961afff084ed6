using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Geo.Engine.Features;

namespace Geo.Tests.EndToEnd;

/// <summary>
/// One editor that writes down what the server has acknowledged, and what it was about when the server died. Features come in pairs of one number, made in
/// one transaction; it changes and removes its own only.
/// </summary>
internal sealed class EditDiary(int editor)
{
    private readonly Random random = new(editor);
    private readonly Dictionary<long, Entry> features = [];
    private long lastPair;

    /// <summary>Edits until the server does not answer any more.</summary>
    public async Task WriteAsync(HttpClient client, string items)
    {
        try
        {
            while (true)
                await EditAsync(client, items);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException)
        {
            // It was killed, before, in or between answers (of a connection just made and already closed .NET tells as of a socket); what was under way stands in Pending.
        }
    }

    /// <summary>Edits that were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    private Doing? Pending { get; set; }

    /// <summary>Holds the rows of this editor to the diary: all that was acknowledged, nothing half done; then takes what was under way as it turned out.</summary>
    public void Check(IEnumerable<Feature> rows)
    {
        var found = rows.Where(r => (long)r.Values[0]! == editor).ToDictionary(r => r.Id, r => new Entry((long)r.Values[1]!, (long)r.Values[2]!)); // all are set
        foreach (var (id, entry) in features.ToList())
        {
            var isThere = found.Remove(id, out var row);
            if (Pending is { Id: { } about } doing && about == id)
                Assert.True(isThere ? row == entry || (doing.Value is { } value && row == entry with { Value = value }) : doing.Value is null, $"feature {id}: {row} is neither {entry} nor {doing}");
            else
                Assert.True(isThere && row == entry, $"feature {id}: {(isThere ? row : "nothing")} instead of {entry}");
            features.Remove(id);
            if (isThere)
                features[id] = row!;
        }
        Assert.True(found.Count == 0 || (Pending is { Pair: { } pair } && found.Count == 2 && found.Values.All(r => r == new Entry(pair, 0))), $"{found.Count} rows that nobody was told of: {string.Join(", ", found)}");
        foreach (var (id, entry) in found)
            features[id] = entry;
        Pending = null;
    }

    private Task EditAsync(HttpClient client, string items) => random.Next(4) switch
    {
        0 when features.Count > 4 => RemoveAsync(client, items, AnyId()),
        1 or 2 when features.Count > 0 => ChangeAsync(client, items, AnyId()),
        _ => CreateAsync(client, items),
    };

    private long AnyId() => features.Keys.Order().ElementAt(random.Next(features.Count));

    private async Task CreateAsync(HttpClient client, string items)
    {
        Pending = new Doing(null, ++lastPair, null);
        var feature = $$$"""{"type":"Feature","geometry":{"type":"Point","coordinates":[{{{105 + random.Next(70)}}},9]},"properties":{"editor":{{{editor}}},"pair":{{{lastPair}}},"value":0}}""";
        var answer = await SendAsync(client, HttpMethod.Post, items, "application/geo+json", $$"""{"type":"FeatureCollection","features":[{{feature}},{{feature}}]}""");
        foreach (var id in JsonDocument.Parse(answer).RootElement.GetProperty("ids").EnumerateArray())
            features[id.GetInt64()] = new Entry(lastPair, 0);
        Done();
    }

    private async Task ChangeAsync(HttpClient client, string items, long id)
    {
        var value = features[id].Value + 1;
        Pending = new Doing(id, null, value);
        await SendAsync(client, HttpMethod.Patch, $"{items}/{id}", "application/merge-patch+json", $$$"""{"properties":{"value":{{{value}}}}}""");
        features[id] = features[id] with { Value = value };
        Done();
    }

    private async Task RemoveAsync(HttpClient client, string items, long id)
    {
        Pending = new Doing(id, null, null);
        await SendAsync(client, HttpMethod.Delete, $"{items}/{id}", null, null);
        features.Remove(id);
        Done();
    }

    private void Done() => (Pending, Acknowledged) = (null, Acknowledged + 1);

    private static async Task<string> SendAsync(HttpClient client, HttpMethod method, string path, string? type, string? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null && type is not null)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode} {text}");
        return text;
    }

    /// <summary>A feature as it was acknowledged.</summary>
    private sealed record Entry(long Pair, long Value);

    /// <summary>What was asked for and not yet answered: a pair to be made, a feature to be given a value, or (neither) to be removed.</summary>
    private sealed record Doing(long? Id, long? Pair, long? Value);
}
