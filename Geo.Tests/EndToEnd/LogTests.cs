using Geo.Tests.Cli;
using Geo.Tests.Fixtures;
using Geo.Tests.Stores;

namespace Geo.Tests.EndToEnd;

/// <summary>What the server writes about its callers.</summary>
public sealed class LogTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task The_log_holds_no_secrets_and_no_lines_that_callers_have_written()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("s.gpkg");
        await File.WriteAllTextAsync(folder.File("places.geojson"), """{"type":"Feature","id":1,"properties":{"name":"a"},"geometry":{"type":"Point","coordinates":[106,9.5]}}""", Cancel);
        Assert.Equal(0, CommandLine.Run("import", folder.File("places.geojson"), "--store", $"geopackage:{file}").ExitCode);
        var key = CommandLine.MakeKey("viewer", $"geopackage:{file}");
        await using var server = BuiltServer.Start(file);
        await server.ReadyAsync(Cancel);
        using var client = new HttpClient { BaseAddress = server.Address };

        await SendAsync(client, HttpMethod.Post, "scenarios/x/runs", "X-Api-Key", key);
        await SendAsync(client, HttpMethod.Post, "scenarios/x/runs", "X-Api-Key", key[..^1] + "!");
        await SendAsync(client, HttpMethod.Post, "scenarios/x/runs", "Authorization", "Bearer eyJh.c2VjcmV0.dG9rZW4");
        await SendAsync(client, HttpMethod.Get, $"collections?X-Api-Key={key}", "Accept", "*/*");
        SqliteProbe.Execute(file, "DROP TABLE soctrang_documents");
        await SendAsync(client, HttpMethod.Get, "scenarios/x%0Ainfo:%20forged%1B%5B2J", "X-Api-Key", key);

        await UntilAsync(() => server.Output.Contains("was refused POST /scenarios/{scenarioId}/runs", StringComparison.Ordinal) && server.Output.Contains("GET /scenarios/x%0Ainfo", StringComparison.Ordinal));
        Assert.DoesNotContain(key.Split('_', 3)[2][..20], server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Output.Split('\n'), line => line.StartsWith("info: forged", StringComparison.Ordinal));
        Assert.DoesNotContain("\u001b[2J", server.Output, StringComparison.Ordinal);
    }

    private static async Task SendAsync(HttpClient client, HttpMethod method, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await client.SendAsync(request, Cancel);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(50, Cancel);
    }
}
