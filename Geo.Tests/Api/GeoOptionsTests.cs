using Geo.Api;
using Geo.Engine.Access;
using Geo.Tests.Cli;

namespace Geo.Tests.Api;

/// <summary>Wrong settings are told before anything starts, each in one line with what is allowed.</summary>
public sealed class GeoOptionsTests
{
    private static readonly GeoOptions Right = new();

    public static TheoryData<string, string> Wrong => new()
    {
        { "threads 0", "Threads is 0; allowed is 1 to 256." },
        { "threads 257", "Threads is 257; allowed is 1 to 256." },
        { "max page 0", "MaxPageSize is 0; allowed is 1 to 100000." },
        { "max page 100001", "MaxPageSize is 100001; allowed is 1 to 100000." },
        { "page 0", "DefaultPageSize is 0; allowed is 1 to 10000." },
        { "page above max", "DefaultPageSize is 10001; allowed is 1 to 10000." },
        { "patience 0", "StoreTimeoutSeconds is 0; allowed is 1 to 300." },
        { "patience 301", "StoreTimeoutSeconds is 301; allowed is 1 to 300." },
        { "grids 15", "GridCacheMebibytes is 15; allowed is 16 to 65536." },
        { "page bytes 0", "MaxPageMebibytes is 0; allowed is 1 to 65536." },
        { "slider -1", "SliderMemoryMebibytes is -1; allowed is 0 to 65536." },
        { "tiles 0", "TileCacheMebibytes is 0; allowed is 1 to 65536." },
        { "connections 0", "MaxConnections is 0; allowed is 1 to 100000." },
        { "rate -1", "RequestsPerSecond is -1; allowed is 0 to 100000." },
        { "burst 0", "RequestBurst is 0; allowed is 1 to 1000000." },
        { "anonymous admin", "AnonymousRole is Admin; allowed is None, Viewer or Planner." },
        { "anonymous 9", "AnonymousRole is 9; allowed is None, Viewer or Planner." },
        { "metrics 9", "MetricsRole is 9; allowed is None, Viewer, Planner or Admin." },
        { "relative public", "PublicUrl is geo; allowed is an absolute http or https address." },
        { "ftp public", "PublicUrl is ftp://x/; allowed is an absolute http or https address." },
        { "relative otlp", "OtlpEndpoint is x; allowed is an absolute http or https address." },
        { "urls", "Urls is localhost:5080; allowed are addresses such as http://127.0.0.1:5080, separated by semicolons." },
        { "issuer http", "TokenIssuer is http://issuer.example.org/; allowed is an https address, or http on this machine." },
        { "issuer word", "TokenIssuer is issuer; allowed is an https address, or http on this machine." },
        { "no audience", "TokenAudience is empty; a TokenIssuer needs the audience that its tokens name." },
        { "audience alone", "TokenIssuer is empty; TokenAudience and TokenKeys mean nothing without it." },
        { "keys missing", "TokenKeys is no-such.json; it cannot be read." },
        { "no claim", "TokenRoleClaim is empty; allowed is the name of a claim." },
    };

    private static GeoOptions Spoilt(string how) => how switch
    {
        "threads 0" => Right with { Threads = 0 },
        "threads 257" => Right with { Threads = 257 },
        "max page 0" => Right with { MaxPageSize = 0, DefaultPageSize = 1 },
        "max page 100001" => Right with { MaxPageSize = 100_001 },
        "page 0" => Right with { DefaultPageSize = 0 },
        "page above max" => Right with { DefaultPageSize = 10_001 },
        "patience 0" => Right with { StoreTimeoutSeconds = 0 },
        "patience 301" => Right with { StoreTimeoutSeconds = 301 },
        "grids 15" => Right with { GridCacheMebibytes = 15 },
        "page bytes 0" => Right with { MaxPageMebibytes = 0 },
        "slider -1" => Right with { SliderMemoryMebibytes = -1 },
        "tiles 0" => Right with { TileCacheMebibytes = 0 },
        "connections 0" => Right with { MaxConnections = 0 },
        "rate -1" => Right with { RequestsPerSecond = -1 },
        "burst 0" => Right with { RequestBurst = 0 },
        "anonymous admin" => Right with { AnonymousRole = Role.Admin },
        "anonymous 9" => Right with { AnonymousRole = (Role)9 },
        "metrics 9" => Right with { MetricsRole = (Role)9 },
        "relative public" => Right with { PublicUrl = new Uri("geo", UriKind.Relative) },
        "ftp public" => Right with { PublicUrl = new Uri("ftp://x/") },
        "relative otlp" => Right with { OtlpEndpoint = new Uri("x", UriKind.Relative) },
        "urls" => Right with { Urls = "localhost:5080" },
        "issuer http" => Right with { TokenIssuer = "http://issuer.example.org/", TokenAudience = "a" },
        "issuer word" => Right with { TokenIssuer = "issuer", TokenAudience = "a" },
        "no audience" => Right with { TokenIssuer = "https://issuer.example.org/" },
        "audience alone" => Right with { TokenAudience = "a" },
        "keys missing" => Right with { TokenIssuer = "https://issuer.example.org/", TokenAudience = "a", TokenKeys = "no-such.json" },
        _ => Right with { TokenRoleClaim = "" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_told_with_what_is_allowed(string how, string told) => Assert.Equal([told], Spoilt(how).Problems());

    [Fact]
    public void The_defaults_are_right() => Assert.Empty(Right.Problems());

    [Fact]
    public void The_program_tells_all_wrong_settings_and_ends_without_a_trace_of_its_inside()
    {
        var (code, text) = CommandLine.Run("serve", "--store", "geopackage:none.gpkg", "--store-timeout", "0", "--anonymous", "admin", "--token-audience", "a", "--otlp", "x");
        Assert.Equal(1, code);
        Assert.Equal(4, text.Trim().Split('\n').Length);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.False(File.Exists("none.gpkg"));
    }

    [Theory]
    [InlineData("--anonymous", "boss")]
    [InlineData("--requests-per-second", "many")]
    [InlineData("--no-such-setting", "1")]
    public void What_is_no_setting_is_told_too(string option, string value)
    {
        var (code, text) = CommandLine.Run("serve", option, value);
        Assert.Equal(1, code);
        Assert.Contains(value == "1" ? option : value, text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }
}
