using System.CommandLine;
using System.CommandLine.Parsing;
using Geo.Engine.Access;

namespace Geo.Api.Cli;

/// <summary>The options of <c>serve</c>: every setting of <see cref="GeoOptions"/> that the common ones and those of jobs do not cover, with its default.</summary>
internal static class ServeOptions
{
    private static readonly GeoOptions Defaults = new();

    private static readonly Setting[] All =
    [
        Of("--urls", "Addresses to listen on, separated by semicolons", o => o.Urls, (o, v) => o with { Urls = v }),
        OfUri("--public-url", "The address clients use, when a proxy stands before the server", (o, v) => o with { PublicUrl = v }),
        Of("--trust-forwarded-headers", "Believe X-Forwarded-For, -Proto, -Host and -Prefix; only behind a proxy that sets them", o => o.TrustForwardedHeaders, (o, v) => o with { TrustForwardedHeaders = v }),
        Of("--anonymous", "What somebody without a key or token may do: none, viewer or planner", o => o.AnonymousRole, (o, v) => o with { AnonymousRole = v }),
        Of("--token-issuer", "Issuer (iss) of the bearer tokens that are good here; its keys are found by OpenID Connect Discovery", o => o.TokenIssuer, (o, v) => o with { TokenIssuer = v }),
        Of("--token-audience", "Audience (aud) that a token must name", o => o.TokenAudience, (o, v) => o with { TokenAudience = v }),
        Of("--token-keys", "File with the issuer's public keys (JWKS), instead of discovery", o => o.TokenKeys, (o, v) => o with { TokenKeys = v }),
        Of("--token-role-claim", "Claim with the roles of its holder: viewer, planner, admin", o => o.TokenRoleClaim, (o, v) => o with { TokenRoleClaim = v }),
        Of("--requests-per-second", "Requests a key, token or address may make on average; 0 = no limit", o => o.RequestsPerSecond, (o, v) => o with { RequestsPerSecond = v }),
        Of("--request-burst", "Requests it may make at once", o => o.RequestBurst, (o, v) => o with { RequestBurst = v }),
        Of("--metrics-role", "Who may read /metrics: none (everybody), viewer, planner or admin", o => o.MetricsRole, (o, v) => o with { MetricsRole = v }),
        OfUri("--otlp", "Where to send traces (OTLP over HTTP), such as http://127.0.0.1:4318/", (o, v) => o with { OtlpEndpoint = v }),
        Of("--require-if-match", "Take edits of features only from those who name the state they saw (QGIS does not)", o => o.RequireIfMatch, (o, v) => o with { RequireIfMatch = v }),
        Of("--max-edit", "Largest body of a request that edits, MiB", o => o.MaxEditMebibytes, (o, v) => o with { MaxEditMebibytes = v }),
        Of("--job-queue", "Jobs that may wait", o => o.JobQueue, (o, v) => o with { JobQueue = v }),
        Of("--job-lease", "Seconds without a beat before another server takes a job over", o => o.JobLeaseSeconds, (o, v) => o with { JobLeaseSeconds = v }),
        Of("--job-drain", "Seconds that running jobs may go on when the server stops", o => o.JobDrainSeconds, (o, v) => o with { JobDrainSeconds = v }),
        Of("--job-minutes", "Longest time a job may run, minutes", o => o.JobMinutes, (o, v) => o with { JobMinutes = v }),
        Of("--sync-seconds", "Seconds a client may wait for results before it is given the job instead", o => o.SyncSeconds, (o, v) => o with { SyncSeconds = v }),
        Of("--max-input", "Most of the inputs of a process, MiB", o => o.MaxInputMebibytes, (o, v) => o with { MaxInputMebibytes = v }),
        Of("--default-page-size", "Features in a page when the client does not say", o => o.DefaultPageSize, (o, v) => o with { DefaultPageSize = v }),
        Of("--max-page-size", "Most features in a page", o => o.MaxPageSize, (o, v) => o with { MaxPageSize = v }),
        Of("--max-page-bytes", "Size at which a page of features ends early, MiB", o => o.MaxPageMebibytes, (o, v) => o with { MaxPageMebibytes = v }),
        Of("--store-timeout", "Seconds a request waits for the store's first answer", o => o.StoreTimeoutSeconds, (o, v) => o with { StoreTimeoutSeconds = v }),
        Of("--grid-cache", "Memory for decoded grids, MiB", o => o.GridCacheMebibytes, (o, v) => o with { GridCacheMebibytes = v }),
        Of("--slider-memory", "Memory for criteria whose weights are moved on the map, MiB", o => o.SliderMemoryMebibytes, (o, v) => o with { SliderMemoryMebibytes = v }),
        Of("--tile-cache", "Memory for vector tiles, MiB", o => o.TileCacheMebibytes, (o, v) => o with { TileCacheMebibytes = v }),
        Of("--max-connections", "Connections at a time", o => o.MaxConnections, (o, v) => o with { MaxConnections = v }),
    ];

    /// <summary>Gives a command these options.</summary>
    public static void AddTo(Command command)
    {
        foreach (var setting in All)
            command.Options.Add(setting.Option);
        foreach (var option in JobOptions.All)
            command.Options.Add(option);
    }

    /// <summary>The settings that a command line asks for; their ranges are checked by <see cref="GeoOptions.Problems"/>.</summary>
    public static GeoOptions Read(ParseResult line) => All.Aggregate(JobOptions.Apply(CommonOptions.Read(line), line), (options, setting) => setting.Apply(options, line));

    private static Setting Of<T>(string name, string description, Func<GeoOptions, T> get, Func<GeoOptions, T, GeoOptions> set)
    {
        var option = new Option<T>(name) { Description = description, DefaultValueFactory = _ => get(Defaults) };
        return new Setting(option, (options, line) => set(options, line.GetValue(option)!)); // null only where the setting may be
    }

    private static Setting OfUri(string name, string description, Func<GeoOptions, Uri?, GeoOptions> set)
    {
        var option = new Option<Uri?>(name) { Description = description, CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.RelativeOrAbsolute, out var address) ? address : null };
        return new Setting(option, (options, line) => set(options, line.GetValue(option)));
    }

    private sealed record Setting(Option Option, Func<GeoOptions, ParseResult, GeoOptions> Apply);
}
