using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Geo.Tests.Api;

/// <summary>Another server on this machine, which keeps what it is sent.</summary>
internal sealed class OutsideService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OutsideService(WebApplication app) => _app = app;

    /// <summary>Path and body of each request, in order.</summary>
    public ConcurrentQueue<(string Path, string Body)> Requests { get; } = new();

    /// <summary>Host in figures, and port.</summary>
    public string Host => new Uri(_app.Urls.First()).Authority;

    /// <summary>Its port.</summary>
    public int Port => new Uri(_app.Urls.First()).Port;

    public static async Task<OutsideService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var service = new OutsideService(app);
        app.MapFallback("{**path}", service.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    /// <summary>Waits for a request to a path.</summary>
    public async Task<string> BodyOfAsync(string path)
    {
        while (true)
        {
            if (Requests.FirstOrDefault(r => r.Path == path) is { Path: not null } found)
                return found.Body;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        Requests.Enqueue((http.Request.Path, await reader.ReadToEndAsync(TestContext.Current.CancellationToken)));
        switch (http.Request.Path.Value)
        {
            case "/moved":
                http.Response.Redirect("/elsewhere");
                break;
            case "/object.json":
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync("""{"a":1}""");
                break;
            case "/text":
                http.Response.ContentType = "text/plain; charset=utf-8";
                await http.Response.WriteAsync("tôm sú");
                break;
            case "/broken.json":
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync("{\"a\":");
                break;
            case "/long":
                await http.Response.WriteAsync(new string('x', 2 << 20));
                break;
        }
    }
}
