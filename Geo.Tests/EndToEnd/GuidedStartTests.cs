using Geo.Api.Cli;
using Geo.Tests.Cli;
using Geo.Tests.Fixtures;

namespace Geo.Tests.EndToEnd;

/// <summary>A server starts anew with the setting that makes it quicker; who sets it decides, and other commands are left alone.</summary>
public sealed class GuidedStartTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(true, "serve")]
    [InlineData(true, "serve", "--urls", "http://127.0.0.1:5080")]
    [InlineData(false, "serve", "--help")]
    [InlineData(false, "--version")]
    [InlineData(false, "serve", "--no-such-option")]
    [InlineData(false, "doctor")]
    [InlineData(false, "run", "data/scenarios/coverage-5g.yaml")]
    public void Only_a_server_starts_anew(bool isServer, params string[] line) => Assert.Equal(isServer, ServeCommand.IsMeantBy(CommandTree.Build().Parse(line)));

    [Theory]
    [InlineData(null, true)]
    [InlineData("0", false)]
    public async Task The_setting_is_on_unless_somebody_has_set_it(string? given, bool isOn)
    {
        using var folder = new TemporaryFolder();
        var store = $"geopackage:{folder.File("s.gpkg")}";
        // A store that holds something is served at once.
        await File.WriteAllTextAsync(folder.File("place.geojson"), """{"type":"Feature","id":1,"properties":{"name":"a"},"geometry":{"type":"Point","coordinates":[106,9.5]}}""", TestContext.Current.CancellationToken);
        Assert.Equal(0, CommandLine.Run("import", folder.File("place.geojson"), "--store", store).ExitCode);
        var environment = given is null ? [] : new[] { (GuidedStart.Setting, given) };
        await using var server = BuiltServer.StartOn(store, 0, environment);
        await server.ReadyAsync(TestContext.Current.CancellationToken);
        Assert.Equal(isOn, server.IsStartedWith(GuidedStart.Setting, "1"));
    }
}
