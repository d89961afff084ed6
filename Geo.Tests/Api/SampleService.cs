namespace Geo.Tests.Api;

/// <summary>A server over the sample layers, shared by the tests of a class.</summary>
public sealed class SampleService : IAsyncLifetime
{
    internal RunningServer Server { get; private set; } = null!; // set before any test runs

    public async ValueTask InitializeAsync() => Server = await RunningServer.StartAsync(SampleLayers.Store());

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
