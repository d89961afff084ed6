using System.Net;
using System.Text.Json;

namespace Geo.Tests.Api;

/// <summary>OGC API - Processes 1.0: the list and the descriptions (service.md 4.8).</summary>
public sealed class ProcessTests(EchoService service) : IClassFixture<EchoService>
{
    private static readonly string[] Ids = ["compare-scenarios", "coverage", "echo", "plan-sites", "run-scenario", "why-this-score", "zonal-statistics"];

    private RunningServer Server => service.Server;

    [Fact]
    public async Task The_landing_page_links_to_processes_jobs_and_conformance_by_the_names_of_the_standard()
    {
        var links = Links.Of(await Server.GetJsonAsync(""));
        foreach (var rel in new[] { "processes", "job-list", "conformance" })
            Assert.Equal(HttpStatusCode.OK, (await Server.GetAsync(links.Single(l => l.Rel == $"http://www.opengis.net/def/rel/ogc/1.0/{rel}").Href)).Status);
    }

    [Fact]
    public async Task Processes_are_listed_with_what_clients_need_to_choose_one()
    {
        var list = await Server.GetJsonAsync("processes?lang=en");
        Assert.Equal(Ids, list.GetProperty("processes").EnumerateArray().Select(p => p.GetProperty("id").GetString()));
        foreach (var process in list.GetProperty("processes").EnumerateArray())
        {
            Assert.NotEqual("", process.GetProperty("version").GetString());
            Assert.Equal(["sync-execute", "async-execute", "dismiss"], process.GetProperty("jobControlOptions").EnumerateArray().Select(o => o.GetString()));
            Assert.Equal(["value", "reference"], process.GetProperty("outputTransmission").EnumerateArray().Select(o => o.GetString()));
            Assert.Equal(process.GetProperty("id").GetString(), (await Server.GetJsonAsync(Links.Find(process, "self")!)).GetProperty("id").GetString());
            Assert.Contains("<main>", (await Server.GetAsync(Links.Find(process, "alternate")!)).Text, StringComparison.Ordinal);
        }
        Assert.Equal(["self", "alternate"], Links.Of(list).Select(l => l.Rel));
    }

    [Fact]
    public async Task A_limit_holds_and_next_leads_through_all_processes_once()
    {
        var seen = new List<string?>();
        for (var next = "processes?limit=4"; next is not null;)
        {
            var page = await Server.GetJsonAsync(next);
            Assert.InRange(page.GetProperty("processes").GetArrayLength(), 1, 4);
            seen.AddRange(page.GetProperty("processes").EnumerateArray().Select(p => p.GetProperty("id").GetString()));
            next = Links.Find(page, "next");
        }
        Assert.Equal(Ids, seen);
        Assert.Equal(HttpStatusCode.BadRequest, (await Server.GetAsync("processes?limit=0")).Status);
    }

    [Fact]
    public async Task Every_input_and_output_has_a_schema_a_title_and_its_occurrences_in_both_languages()
    {
        foreach (var id in Ids)
        {
            foreach (var language in new[] { "vi", "en" })
            {
                var process = await Server.GetJsonAsync($"processes/{id}?lang={language}");
                Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Server.GetAsync(Links.Find(process, "http://www.opengis.net/def/rel/ogc/1.0/execute")!)).Status);
                Assert.NotNull(Links.Find(process, "self"));
                foreach (var input in process.GetProperty("inputs").EnumerateObject())
                {
                    Assert.True(input.Value.GetProperty("minOccurs").GetInt32() <= input.Value.GetProperty("maxOccurs").GetInt32());
                    Assert.NotEqual("", input.Value.GetProperty("title").GetString());
                    AssertSchema(input.Value.GetProperty("schema"));
                }
                Assert.NotEmpty(process.GetProperty("outputs").EnumerateObject());
                foreach (var output in process.GetProperty("outputs").EnumerateObject())
                    AssertSchema(output.Value.GetProperty("schema"));
            }
        }
        Assert.NotEqual((await Server.GetJsonAsync("processes/coverage?lang=vi")).GetProperty("title").GetString(), (await Server.GetJsonAsync("processes/coverage?lang=en")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Kinds_of_inputs_are_described_as_JSON_Schema_says()
    {
        var inputs = (await Server.GetJsonAsync("processes/echo")).GetProperty("inputs");
        string Schema(string name) => inputs.GetProperty(name).GetProperty("schema").GetRawText();
        Assert.Equal("""{"type":"string","maxLength":10000}""", Schema("stringInput"));
        Assert.Equal("""{"type":"string","enum":["Value1","Value2","Value3"]}""", Schema("wordInput"));
        Assert.Equal("""{"type":"integer","minimum":-1000000000,"maximum":1000000000}""", Schema("integerInput"));
        Assert.Equal("""{"type":"boolean"}""", Schema("booleanInput"));
        Assert.Equal("""{"type":"array","minItems":1,"maxItems":100,"items":{"type":"number","minimum":-1000000000,"maximum":1000000000}}""", Schema("arrayInput"));
        Assert.Equal("ogc-bbox", inputs.GetProperty("boundingBoxInput").GetProperty("schema").GetProperty("format").GetString());
        Assert.Equal(2, inputs.GetProperty("mixedInput").GetProperty("schema").GetProperty("oneOf").GetArrayLength());
        Assert.Equal(100, inputs.GetProperty("valuesInput").GetProperty("maxOccurs").GetInt32());
        Assert.Equal("base64", inputs.GetProperty("imageInput").GetProperty("schema").GetProperty("oneOf")[0].GetProperty("contentEncoding").GetString());
    }

    [Theory]
    [InlineData("processes/none", "GET")]
    [InlineData("processes/none/execution", "POST")]
    public async Task An_unknown_process_is_404_of_the_type_that_the_standard_names(string path, string method)
    {
        var answer = method == "GET" ? await Server.GetAsync(path) : await Server.PostAsync(path, "{}");
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-process", answer.Json.GetProperty("type").GetString());
        Assert.Contains("zonal-statistics", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Echo_is_offered_only_where_an_operator_wants_it()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store());
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync("processes/echo")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.PostAsync("processes/echo/execution", "{}")).Status);
    }

    [Fact]
    public async Task The_page_of_a_process_shows_all_inputs_and_outputs()
    {
        var page = (await Server.GetAsync("processes/coverage?f=html&lang=en")).Text;
        foreach (var text in new[] { "sites", "threshold", "probability", "dBm", "image/tiff", "/processes/coverage/execution" })
            Assert.Contains(text, page, StringComparison.Ordinal);
    }

    private static void AssertSchema(JsonElement schema) => Assert.True(schema.TryGetProperty("type", out _) || schema.TryGetProperty("oneOf", out _), schema.GetRawText());
}
