namespace Geo.Tests.Api;

public sealed class LandingTests
{
    [Fact]
    public async Task The_landing_page_answers()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store());
        var landing = await server.GetJsonAsync("");
        TestContext.Current.TestOutputHelper!.WriteLine(landing.ToString());
        TestContext.Current.TestOutputHelper!.WriteLine((await server.GetAsync("collections/places/items")).Text);
    }
}
