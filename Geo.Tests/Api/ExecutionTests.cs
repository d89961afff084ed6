using System.Net;
using System.Text.Json;

namespace Geo.Tests.Api;

/// <summary>OGC API - Processes 1.0: executing, by way of the process <c>echo</c> (service.md 4.8).</summary>
public sealed class ExecutionTests(EchoService service) : IClassFixture<EchoService>
{
    private const string OneString = """{"inputs":{"stringInput":"tôm sú"}}""";

    [Fact]
    public async Task Without_a_preference_the_client_waits_and_gets_the_one_output_as_it_is_with_a_link_to_the_job()
    {
        var answer = await service.ExecuteAsync(OneString);
        Assert.Equal((HttpStatusCode.OK, "tôm sú", "text/plain"), (answer.Status, answer.Text, answer.MediaType));
        var monitor = answer.Headers.GetValues("Link").Single(l => l.Contains("rel=\"monitor\"", StringComparison.Ordinal));
        var job = await service.Server.GetJsonAsync(monitor.Split('<', '>')[1]);
        Assert.Equal(("successful", "echo"), (job.GetProperty("status").GetString(), job.GetProperty("processID").GetString()));
    }

    [Fact]
    public async Task With_respond_async_the_job_is_given_and_can_be_read_at_once()
    {
        var answer = await service.ExecuteAsync("""{"inputs":{"stringInput":"a","pause":1}}""", ("Prefer", "respond-async"));
        Assert.Equal((HttpStatusCode.Created, "respond-async", "application/json"), (answer.Status, answer.Header("Preference-Applied"), answer.MediaType));
        var status = answer.Json;
        Assert.Equal(("process", "echo"), (status.GetProperty("type").GetString(), status.GetProperty("processID").GetString()));
        Assert.Contains(status.GetProperty("status").GetString(), new[] { "accepted", "running" });
        Assert.Equal($"{service.Server.Address}jobs/{status.GetProperty("jobID").GetString()}", answer.Header("Location"));
        Assert.Equal(status.GetProperty("created").GetString(), (await service.Server.GetJsonAsync(answer.Header("Location"))).GetProperty("created").GetString());
        Assert.Equal("successful", (await service.UntilOverAsync(status.GetProperty("jobID").GetString()!)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_client_waits_as_long_as_it_says_and_then_gets_the_job()
    {
        var patient = await service.ExecuteAsync(OneString, ("Prefer", "respond-async, wait=20"));
        Assert.Equal((HttpStatusCode.OK, "wait=20"), (patient.Status, patient.Header("Preference-Applied")));
        var hasty = await service.ExecuteAsync("""{"inputs":{"stringInput":"a","pause":20}}""", ("Prefer", "wait=1"));
        Assert.Equal(HttpStatusCode.Created, hasty.Status);
        await service.Server.SendAsync(HttpMethod.Delete, hasty.Header("Location"));
    }

    [Theory]
    [InlineData("string", "\"Đại Ngãi\"", "Đại Ngãi")]
    [InlineData("word", "\"Value2\"", "Value2")]
    [InlineData("date", "\"2026-11-27T00:00:00Z\"", "2026-11-27T00:00:00Z")]
    [InlineData("double", "3.25", "3.25")]
    [InlineData("integer", "7", "7")]
    [InlineData("boolean", "true", "true")]
    [InlineData("array", "[1,2.5]", "[1,2.5]")]
    [InlineData("values", "[4,5]", "[4,5]")]
    [InlineData("values", "[{\"value\":4},5]", "[4,5]")]
    [InlineData("measure", """{"value":{"measurement":3.5,"uom":"m"}}""", """{"measurement":3.5,"uom":"m"}""")]
    [InlineData("complexObject", """{"value":{"a":{"b":[1,null]}},"mediaType":"application/json"}""", """{"a":{"b":[1,null]}}""")]
    [InlineData("mixed", "5", "5")]
    [InlineData("mixed", """{"value":{"a":1}}""", """{"a":1}""")]
    [InlineData("boundingBox", """{"bbox":[105.6,9.2,106.2,9.9],"crs":"http://www.opengis.net/def/crs/OGC/1.3/CRS84"}""", """{"bbox":[105.6,9.2,106.2,9.9],"crs":"http://www.opengis.net/def/crs/OGC/1.3/CRS84"}""")]
    [InlineData("boundingBox", """{"bbox":[9.2,105.6,9.9,106.2],"crs":"http://www.opengis.net/def/crs/EPSG/0/4326"}""", """{"bbox":[9.2,105.6,9.9,106.2],"crs":"http://www.opengis.net/def/crs/EPSG/0/4326"}""")]
    [InlineData("featureCollection", """{"type":"FeatureCollection","features":[]}""", """{"type":"FeatureCollection","features":[]}""")]
    public async Task Each_kind_of_input_is_taken_and_given_back_raw(string kind, string value, string expected)
    {
        var answer = await service.ExecuteAsync(Body(kind, value));
        Assert.Equal((HttpStatusCode.OK, expected), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Binary_input_is_base64_and_comes_back_as_bytes_with_its_type()
    {
        byte[] bytes = [0x89, 0x50, 0x4E, 0x47, 0, 255];
        var input = $$"""{"value":"{{Convert.ToBase64String(bytes)}}","mediaType":"image/png","encoding":"base64"}""";
        var raw = await service.ExecuteAsync(Body("image", input));
        Assert.Equal("image/png", raw.MediaType);
        Assert.Equal(bytes, raw.Body);
        var document = (await service.ExecuteAsync(Body("image", input, "document"))).Json.GetProperty("imageOutput");
        Assert.Equal(("image/png", "base64"), (document.GetProperty("mediaType").GetString(), document.GetProperty("encoding").GetString()));
        Assert.Equal(bytes, document.GetProperty("value").GetBytesFromBase64());
    }

    [Theory]
    [InlineData("""{"inputs":{"stringInput":5}}""", "inputs.stringInput")]
    [InlineData("""{"inputs":{"stringInput":null}}""", "inputs.stringInput")]
    [InlineData("""{"inputs":{"wordInput":"Value9"}}""", "inputs.wordInput")]
    [InlineData("""{"inputs":{"doubleInput":"5"}}""", "inputs.doubleInput")]
    [InlineData("""{"inputs":{"doubleInput":1e999}}""", "inputs.doubleInput")]
    [InlineData("""{"inputs":{"integerInput":1.5}}""", "inputs.integerInput")]
    [InlineData("""{"inputs":{"booleanInput":1}}""", "inputs.booleanInput")]
    [InlineData("""{"inputs":{"arrayInput":[]}}""", "inputs.arrayInput")]
    [InlineData("""{"inputs":{"arrayInput":[1,"2"]}}""", "inputs.arrayInput")]
    [InlineData("""{"inputs":{"arrayInput":5}}""", "inputs.arrayInput")]
    [InlineData("""{"inputs":{"measureInput":{"value":{"measurement":1}}}}""", "inputs.measureInput")]
    [InlineData("""{"inputs":{"boundingBoxInput":[1,2,3,4]}}""", "inputs.boundingBoxInput")]
    [InlineData("""{"inputs":{"boundingBoxInput":{"bbox":[1,2,3]}}}""", "inputs.boundingBoxInput")]
    [InlineData("""{"inputs":{"boundingBoxInput":{"bbox":[1,5,3,4]}}}""", "inputs.boundingBoxInput")]
    [InlineData("""{"inputs":{"boundingBoxInput":{"bbox":[1,2,3,4],"crs":"EPSG:4326"}}}""", "inputs.boundingBoxInput")]
    [InlineData("""{"inputs":{"featureCollectionInput":{"type":"Point","features":[]}}}""", "inputs.featureCollectionInput")]
    [InlineData("""{"inputs":{"imageInput":{"value":"%%%","mediaType":"image/png"}}}""", "inputs.imageInput")]
    [InlineData("""{"inputs":{"imageInput":{"value":"AAAA","mediaType":"text/html"}}}""", "inputs.imageInput.mediaType")]
    [InlineData("""{"inputs":{"mixedInput":true}}""", "inputs.mixedInput")]
    [InlineData("""{"inputs":{"nonsense":5}}""", "inputs.nonsense")]
    [InlineData("""{"inputs":[1]}""", "inputs")]
    [InlineData("""{"outputs":{"nonsense":{}}}""", "outputs.nonsense")]
    [InlineData("""{"outputs":{"stringOutput":{"transmissionMode":"pigeon"}}}""", "outputs.stringOutput.transmissionMode")]
    [InlineData("""{"outputs":{"stringOutput":{"format":{"mediaType":"image/png"}}}}""", "outputs.stringOutput.format.mediaType")]
    [InlineData("""{"response":"both"}""", "response")]
    [InlineData("""{"subscriber":{}}""", "subscriber.successUri")]
    [InlineData("""{"subscriber":{"successUri":"https://example.org/x"}}""", "subscriber.successUri")]
    [InlineData("""{"mode":"async"}""", "mode")]
    [InlineData("""{"inputs":{"pause":-1}}""", "inputs.pause")]
    [InlineData("[1]", "body")]
    [InlineData("{\"inputs\":", "body")]
    [InlineData("""{"inputs":{"stringInput":"a","stringInput":"b"}}""", "body")]
    public async Task A_faulty_request_is_400_and_names_the_place(string body, string place)
    {
        var answer = await service.ExecuteAsync(body);
        Assert.True(answer.Status == HttpStatusCode.BadRequest, answer.Text);
        Assert.Contains(place, answer.Json.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.Contains(place, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_are_told_at_once_and_a_missing_input_is_one()
    {
        var answer = await service.Server.PostAsync("processes/why-this-score/execution", """{"inputs":{"longitude":500,"latitude":"9"}}""");
        Assert.Equal(["inputs.scenario", "inputs.longitude", "inputs.latitude"], answer.Json.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("""{"href":"http://127.0.0.1:1/x.json"}""")]
    [InlineData("""{"href":"http://[::1]/x"}""")]
    [InlineData("""{"href":"http://0.0.0.0/x"}""")]
    [InlineData("""{"href":"http://2130706433/x"}""")]
    [InlineData("""{"href":"http://0177.0.0.1/x"}""")]
    [InlineData("""{"href":"http://169.254.169.254/latest/meta-data/"}""")]
    [InlineData("""{"href":"file:///etc/passwd"}""")]
    [InlineData("""{"href":"gopher://127.0.0.1/x"}""")]
    [InlineData("""{"href":"/vsicurl/http://127.0.0.1/x"}""")]
    [InlineData("""{"href":"http://example.org@127.0.0.1/x"}""")]
    [InlineData("""{"href":7}""")]
    public async Task Without_an_allowed_host_nothing_is_fetched(string reference)
    {
        var answer = await service.ExecuteAsync(Body("complexObject", reference));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("inputs.complexObjectInput.href", answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_document_holds_all_outputs_objects_qualified_and_the_rest_as_it_is()
    {
        var answer = await service.ExecuteAsync("""{"inputs":{"stringInput":"a","doubleInput":2.5,"arrayInput":[1],"complexObjectInput":{"value":{"x":1}}},"response":"document"}""");
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal("""{"stringOutput":"a","doubleOutput":2.5,"arrayOutput":[1],"complexObjectOutput":{"mediaType":"application/json","value":{"x":1}}}""", answer.Text);
    }

    [Fact]
    public async Task Several_raw_outputs_come_as_parts_and_by_reference_as_their_addresses()
    {
        var all = await service.ExecuteAsync("""{"inputs":{"stringInput":"a","doubleInput":2.5}}""");
        Assert.StartsWith("multipart/related; boundary=", all.MediaType, StringComparison.Ordinal);
        var boundary = all.MediaType!.Split('=')[1];
        Assert.Equal($"--{boundary}\r\nContent-Type: text/plain\r\nContent-ID: stringOutput\r\n\r\na\r\n--{boundary}\r\nContent-Type: application/json\r\nContent-ID: doubleOutput\r\n\r\n2.5\r\n--{boundary}--\r\n", all.Text);

        var mixed = await service.ExecuteAsync("""{"inputs":{"stringInput":"a","doubleInput":2.5},"outputs":{"stringOutput":{},"doubleOutput":{"transmissionMode":"reference"}}}""");
        var address = mixed.Text.Split("Content-Location: ")[1].Split("\r\n")[0];
        Assert.Equal("2.5", (await service.Server.GetAsync(address)).Text);
    }

    [Fact]
    public async Task What_is_wanted_by_reference_only_is_204_with_links()
    {
        var answer = await service.ExecuteAsync("""{"inputs":{"stringInput":"a"},"outputs":{"stringOutput":{"transmissionMode":"reference"}}}""");
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        var link = answer.Headers.GetValues("Link").Single(l => l.Contains("stringOutput", StringComparison.Ordinal));
        Assert.Equal("a", (await service.Server.GetAsync(link.Split('<', '>')[1])).Text);
        var document = await service.ExecuteAsync("""{"inputs":{"stringInput":"a"},"outputs":{"stringOutput":{"transmissionMode":"reference"}},"response":"document"}""");
        Assert.Equal("a", (await service.Server.GetAsync(document.Json.GetProperty("stringOutput").GetProperty("href").GetString()!)).Text);
    }

    [Fact]
    public async Task No_outputs_wanted_is_204_and_none_is_kept()
    {
        var answer = await service.ExecuteAsync("""{"inputs":{"stringInput":"a"},"outputs":{}}""");
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        var job = await service.StartAsync("""{"inputs":{"stringInput":"a","doubleInput":1},"outputs":{"doubleOutput":{}}}""");
        await service.UntilOverAsync(job);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Server.GetAsync($"jobs/{job}/results/stringOutput")).Status);
        Assert.Equal("1", (await service.Server.GetAsync($"jobs/{job}/results/doubleOutput")).Text);
    }

    [Fact]
    public async Task A_failure_is_told_with_its_reason_and_a_link_to_the_job()
    {
        var answer = await service.ExecuteAsync("""{"inputs":{"fail":true}}""", ("Accept-Language", "en"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:soctranggeo:problem:asked-for"), (answer.Status, answer.Json.GetProperty("type").GetString()));
        Assert.Contains("rel=\"monitor\"", answer.Header("Link"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idempotency_key_gives_the_same_job_again_but_not_to_another_request()
    {
        string[] starts = [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => (await service.ExecuteAsync(OneString, ("Prefer", "respond-async"), ("Idempotency-Key", "k-1"))).Json.GetProperty("jobID").GetString()!))];
        Assert.Single(starts.Distinct());
        Assert.Equal("tôm sú", (await service.ExecuteAsync("""{ "inputs" : { "stringInput" : "tôm sú" } }""", ("Idempotency-Key", "k-1"))).Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await service.ExecuteAsync("""{"inputs":{"stringInput":"other"}}""", ("Idempotency-Key", "k-1"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.ExecuteAsync(OneString, ("Idempotency-Key", new string('x', 201)))).Status);
    }

    [Fact]
    public async Task A_page_of_another_site_starts_and_ends_nothing()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await service.ExecuteAsync(OneString, ("Sec-Fetch-Site", "cross-site"))).Status);
        var job = await service.StartAsync(OneString);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Server.SendAsync(HttpMethod.Delete, $"jobs/{job}", null, ("Sec-Fetch-Site", "cross-site"))).Status);
    }

    [Fact]
    public async Task Inputs_have_a_largest_size_and_are_JSON()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), EchoService.Open with { MaxInputMebibytes = 1 });
        var tooLong = Body("complexObject", LongObject(1 << 20));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await server.PostAsync("processes/echo/execution", tooLong)).Status);
        var longEnough = Body("complexObject", LongObject(900_000));
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("processes/echo/execution", longEnough)).Status);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("a", "b")]);
        using var answer = await server.Client.PostAsync(new Uri("processes/echo/execution", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5_000));
        Assert.Equal(HttpStatusCode.BadRequest, (await server.PostAsync("processes/echo/execution", deep)).Status);
    }

    [Fact]
    public async Task When_too_many_jobs_wait_the_next_is_turned_away_with_a_time_to_come_again()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), EchoService.Open with { JobQueue = 1 });
        var answers = new List<RunningServer.Answer>();
        for (var i = 0; i < 8; i++)
            answers.Add(await server.PostAsync("processes/echo/execution", """{"inputs":{"pause":30}}""", ("Prefer", "respond-async")));
        Assert.Contains(answers, a => a.Status == HttpStatusCode.Created);
        Assert.Contains(answers, a => a.Status == HttpStatusCode.ServiceUnavailable && a.Header("Retry-After") == "5");
        foreach (var job in answers.Where(a => a.Status == HttpStatusCode.Created))
            await server.SendAsync(HttpMethod.Delete, job.Header("Location"));
    }

    [Fact]
    public async Task Who_goes_away_while_waiting_leaves_no_work_behind()
    {
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), EchoService.Open);
        using var content = new StringContent("""{"inputs":{"pause":300}}""", System.Text.Encoding.UTF8, "application/json");
        var waiting = server.Client.PostAsync(new Uri("processes/echo/execution", UriKind.Relative), content, impatient.Token);
        JsonElement jobs;
        do
        {
            jobs = (await server.GetJsonAsync("jobs?status=running")).GetProperty("jobs");
        }
        while (jobs.GetArrayLength() == 0);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await EchoService.UntilAsync(server, jobs[0].GetProperty("jobID").GetString()!, "dismissed");
    }

    private static string Body(string kind, string value, string response = "raw") => $$$"""{"inputs":{"{{{kind}}}Input":{{{value}}} },"response":"{{{response}}}"}""";

    private static string LongObject(int characters) => $$$"""{"value":{"x":"{{{new string('x', characters)}}}"} }""";
}
