using System.Net;
using System.Text.Json;

namespace Geo.Tests.Api;

/// <summary>What this server asks of others on a client's word: inputs by reference and callbacks, to allowed hosts only (robustness.md V5).</summary>
public sealed class OutsideTests : IAsyncLifetime
{
    private OutsideService _outside = null!; // set before each test
    private RunningServer _server = null!; // set before each test

    public async ValueTask InitializeAsync()
    {
        _outside = await OutsideService.StartAsync();
        _server = await StartAsync(_outside.Host);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _outside.DisposeAsync();
    }

    [Theory]
    [InlineData("complexObjectInput", "object.json", """{"a":1}""")]
    [InlineData("stringInput", "text", "tôm sú")]
    [InlineData("imageInput", "text", "tôm sú")]
    public async Task An_input_is_fetched_from_an_allowed_host(string input, string path, string expected)
    {
        var answer = await ExecuteAsync(Reference(input, $"http://{_outside.Host}/{path}"));
        Assert.Equal((HttpStatusCode.OK, expected), (answer.Status, answer.Text));
    }

    [Theory]
    [InlineData("moved", "302")]
    [InlineData("broken.json", "")]
    [InlineData("long", "1048576")]
    public async Task What_cannot_be_fetched_is_400_and_says_why(string path, string why)
    {
        var answer = await ExecuteAsync(Reference("complexObjectInput", $"http://{_outside.Host}/{path}"));
        Assert.Equal((HttpStatusCode.BadRequest, "inputs.complexObjectInput.href"), (answer.Status, answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString()));
        Assert.Contains(why, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_outside.Requests, r => r.Path == "/elsewhere");
    }

    [Fact]
    public async Task Another_port_or_host_is_not_asked()
    {
        await using var other = await OutsideService.StartAsync();
        foreach (var address in new[] { $"http://{other.Host}/text", $"http://localhost:{_outside.Port}/text", $"http://127.0.0.2:{_outside.Port}/text", $"http://x@{_outside.Host}/text", $"ftp://{_outside.Host}/text" })
            Assert.Equal(HttpStatusCode.BadRequest, (await ExecuteAsync(Reference("stringInput", address))).Status);
        Assert.Empty(other.Requests);
        Assert.Empty(_outside.Requests);
    }

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_not_followed_even_when_it_is_allowed()
    {
        await using var server = await StartAsync($"localhost:{_outside.Port}");
        var answer = await server.PostAsync("processes/echo/execution", "{\"inputs\":" + Reference("stringInput", $"http://localhost:{_outside.Port}/text") + "}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("this machine", answer.Text, StringComparison.Ordinal);
        Assert.Empty(_outside.Requests);
    }

    [Fact]
    public async Task A_subscriber_is_sent_the_steps_and_the_results()
    {
        var answer = await PostAsync("""{"stringInput":"a","pause":1}""", ",\"response\":\"document\"", ("Prefer", "respond-async"));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("""{"stringOutput":"a"}""", await _outside.BodyOfAsync("/done"));
        var step = JsonDocument.Parse(await _outside.BodyOfAsync("/step")).RootElement;
        Assert.Equal(("running", answer.Json.GetProperty("jobID").GetString()), (step.GetProperty("status").GetString(), step.GetProperty("jobID").GetString()));
        Assert.Equal($"{_server.Address}jobs/{answer.Json.GetProperty("jobID").GetString()}", Links.Find(step, "self"));
        Assert.DoesNotContain(_outside.Requests, r => r.Path == "/failed");
    }

    [Fact]
    public async Task A_subscriber_is_told_why_a_job_failed()
    {
        await PostAsync("""{"fail":true}""", "", ("Accept-Language", "en"));
        var problem = JsonDocument.Parse(await _outside.BodyOfAsync("/failed")).RootElement;
        Assert.Equal((422, "It failed, as was asked for."), (problem.GetProperty("status").GetInt32(), problem.GetProperty("detail").GetString()));
        Assert.DoesNotContain(_outside.Requests, r => r.Path == "/done");
    }

    private static Task<RunningServer> StartAsync(string host) =>
        RunningServer.StartAsync(SampleLayers.Store(), EchoService.Open with { InputHosts = [host], CallbackHosts = [host], MaxInputMebibytes = 1 });

    private static string Reference(string input, string address) => $$$"""{"{{{input}}}":{"href":"{{{address}}}"} }""";

    private Task<RunningServer.Answer> ExecuteAsync(string inputs) => _server.PostAsync("processes/echo/execution", "{\"inputs\":" + inputs + "}");

    private Task<RunningServer.Answer> PostAsync(string inputs, string more, params (string, string)[] headers)
    {
        var subscriber = $$"""{"successUri":"http://{{_outside.Host}}/done","inProgressUri":"http://{{_outside.Host}}/step","failedUri":"http://{{_outside.Host}}/failed"}""";
        return _server.PostAsync("processes/echo/execution", "{\"inputs\":" + inputs + ",\"subscriber\":" + subscriber + more + "}", headers);
    }
}
