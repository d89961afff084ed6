using Geo.Api.Access;
using Geo.Engine.Access;

namespace Geo.Api;

/// <summary>Every setting of the server. Validated once, on start; all faults come in one message.</summary>
public sealed record GeoOptions
{
    /// <summary>Where layers live: <c>geopackage:PATH</c> or <c>postgis:CONNECTION</c>. Default <c>geopackage:var/soctrang.gpkg</c>.</summary>
    public string Store { get; init; } = "geopackage:var/soctrang.gpkg";

    /// <summary>Addresses to listen on, separated by semicolons; port 0 takes a free one. Default <c>http://127.0.0.1:5080</c>.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Folder of the bundled layers, scenarios and the economy table. Default <c>data</c>.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>Threads of a scenario run, 1 to 256. Default: the processors of the machine. Results never depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Memory for what a scenario run measures in MiB, 0 to 65,536; the rest lies in temporary files. Default 256. Results never depend on it.</summary>
    public int RunMemoryMebibytes { get; init; } = 256;

    /// <summary>Folder where measured surfaces are kept from one run to the next; null = nowhere. Default none.</summary>
    public string? SurfaceCache { get; init; }

    /// <summary>Most MiB of that folder, 1 to 1,048,576; what was used longest ago goes first. Default 4,096.</summary>
    public int SurfaceCacheMebibytes { get; init; } = 4_096;

    /// <summary>Features in a page when the client does not say, 1 to <see cref="MaxPageSize"/>. Default 100.</summary>
    public int DefaultPageSize { get; init; } = 100;

    /// <summary>Most features in a page, 1 to 100,000; a larger <c>limit</c> is clamped to it. Default 10,000.</summary>
    public int MaxPageSize { get; init; } = 10_000;

    /// <summary>The address clients use, when it differs from the one listened on (reverse proxy), with its path prefix. Default: none.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Whether <c>X-Forwarded-Proto</c>, <c>-Host</c> and <c>-Prefix</c> are believed; only behind a proxy that sets them. Default false.</summary>
    public bool TrustForwardedHeaders { get; init; }

    /// <summary>Folder of the built map; null = <c>wwwroot</c> as the build made it.</summary>
    public string? WebRoot { get; init; }

    /// <summary>How long a request waits for the store's first answer before it ends as 503, 1 to 300 seconds. Default 8.</summary>
    public int StoreTimeoutSeconds { get; init; } = 8;

    /// <summary>Bytes after which a page of features ends before its number of features is full, in MiB, 1 to 65,536. Default 64.</summary>
    public int MaxPageMebibytes { get; init; } = 64;

    /// <summary>Memory for decoded grids in MiB, 16 to 65,536; the least recently used go first. Default 256.</summary>
    public int GridCacheMebibytes { get; init; } = 256;

    /// <summary>Memory for criteria whose weights are moved on the map, in MiB, 0 to 65,536; the least recently used go first. Default 512.</summary>
    public int SliderMemoryMebibytes { get; init; } = 512;

    /// <summary>Memory for vector tiles in MiB, 1 to 65,536; the least recently used go first. Default 64.</summary>
    public int TileCacheMebibytes { get; init; } = 64;

    /// <summary>Connections at a time, 1 to 100,000. Default 2,000.</summary>
    public int MaxConnections { get; init; } = 2_000;

    /// <summary>What somebody may do who proves nothing about himself: none, viewer or planner. Default viewer.</summary>
    public Role AnonymousRole { get; init; } = Role.Viewer;

    /// <summary>Whether a feature is edited only by those who name the state they saw (<c>If-Match</c>). Default false, as QGIS names none.</summary>
    public bool RequireIfMatch { get; init; }

    /// <summary>Largest body of a request that edits, in MiB, 1 to 256. Default 8.</summary>
    public int MaxEditMebibytes { get; init; } = 8;

    /// <summary>Jobs that take all processors (scenario runs, coverage) at a time, 1 to 16. Default 1. Quick ones do not wait for them.</summary>
    public int JobConcurrency { get; init; } = 1;

    /// <summary>Most jobs that wait, 1 to 10,000; more are turned away as 503. Default 50.</summary>
    public int JobQueue { get; init; } = 50;

    /// <summary>How long the beat of a job stands still before another server takes it over, 1 to 300 seconds. Default 8.</summary>
    public int JobLeaseSeconds { get; init; } = 8;

    /// <summary>How long running jobs may go on when the server stops, before they are given back to the queue, 0 to 300 seconds. Default 20.</summary>
    public int JobDrainSeconds { get; init; } = 20;

    /// <summary>Longest time a job may run, 1 to 1,440 minutes. Default 60.</summary>
    public int JobMinutes { get; init; } = 60;

    /// <summary>Jobs that are kept with their results after they are over, 1 to 100,000; the oldest go first. Default 200.</summary>
    public int JobsKept { get; init; } = 200;

    /// <summary>Days that they are kept, 1 to 3,650. Default 30.</summary>
    public int JobDays { get; init; } = 30;

    /// <summary>How long a client that waits for results waits at most before it is given the job instead, 1 to 3,600 seconds. Default 300.</summary>
    public int SyncSeconds { get; init; } = 300;

    /// <summary>Most MiB of the inputs of a process, also of one that is fetched, 1 to 256. Default 8.</summary>
    public int MaxInputMebibytes { get; init; } = 8;

    /// <summary>Hosts that inputs of processes may be fetched from (<c>name</c> or <c>name:port</c>). Default: none.</summary>
    public IReadOnlyList<string> InputHosts { get; init; } = [];

    /// <summary>Hosts that may be told how jobs go. Default: none.</summary>
    public IReadOnlyList<string> CallbackHosts { get; init; } = [];

    /// <summary>Whether the process <c>echo</c>, for test suites, is offered. Default false.</summary>
    public bool EchoProcess { get; init; }

    /// <summary>The <c>iss</c> of the bearer tokens that are good here, an https address, or http on this machine. Default: none, no token is good.</summary>
    public string? TokenIssuer { get; init; }

    /// <summary>The <c>aud</c> that a token must name; needed with <see cref="TokenIssuer"/>.</summary>
    public string? TokenAudience { get; init; }

    /// <summary>File with the issuer's public keys (JWKS); null = they are found by OpenID Connect Discovery.</summary>
    public string? TokenKeys { get; init; }

    /// <summary>The claim with the roles of a token's holder. Default <c>roles</c>.</summary>
    public string TokenRoleClaim { get; init; } = "roles";

    /// <summary>Requests that a key, a token's subject or an address may make on average, 0 to 100,000; 0 = no limit. Default 0.</summary>
    public int RequestsPerSecond { get; init; }

    /// <summary>Requests it may make at once, 1 to 1,000,000. Default 200.</summary>
    public int RequestBurst { get; init; } = 200;

    /// <summary>Who may read <c>/metrics</c>; <see cref="Role.None"/> = everybody. Default admin.</summary>
    public Role MetricsRole { get; init; } = Role.Admin;

    /// <summary>Where traces are sent by OTLP over HTTP, an absolute http or https address. Default: none, nothing is sent.</summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>Every setting that is out of range, as a sentence with the value received and what is allowed; empty when all is well.</summary>
    public IReadOnlyList<string> Problems() =>
    [
        .. new[]
        {
            Range(nameof(Threads), Threads, 1, 256),
            Range(nameof(RunMemoryMebibytes), RunMemoryMebibytes, 0, 65_536),
            Range(nameof(SurfaceCacheMebibytes), SurfaceCacheMebibytes, 1, 1_048_576),
            Range(nameof(MaxPageSize), MaxPageSize, 1, 100_000),
            Range(nameof(DefaultPageSize), DefaultPageSize, 1, Math.Max(1, MaxPageSize)),
            Range(nameof(MaxPageMebibytes), MaxPageMebibytes, 1, 65_536),
            Range(nameof(StoreTimeoutSeconds), StoreTimeoutSeconds, 1, 300),
            Range(nameof(GridCacheMebibytes), GridCacheMebibytes, 16, 65_536),
            Range(nameof(SliderMemoryMebibytes), SliderMemoryMebibytes, 0, 65_536),
            Range(nameof(TileCacheMebibytes), TileCacheMebibytes, 1, 65_536),
            Range(nameof(MaxConnections), MaxConnections, 1, 100_000),
            AnonymousRole is >= Role.None and <= Role.Planner ? null : $"{nameof(AnonymousRole)} is {AnonymousRole}; allowed is None, Viewer or Planner.",
            Range(nameof(MaxEditMebibytes), MaxEditMebibytes, 1, 256),
            Range(nameof(JobConcurrency), JobConcurrency, 1, 16),
            Range(nameof(JobQueue), JobQueue, 1, 10_000),
            Range(nameof(JobLeaseSeconds), JobLeaseSeconds, 1, 300),
            Range(nameof(JobDrainSeconds), JobDrainSeconds, 0, 300),
            Range(nameof(JobMinutes), JobMinutes, 1, 1_440),
            Range(nameof(JobsKept), JobsKept, 1, 100_000),
            Range(nameof(JobDays), JobDays, 1, 3_650),
            Range(nameof(SyncSeconds), SyncSeconds, 1, 3_600),
            Range(nameof(MaxInputMebibytes), MaxInputMebibytes, 1, 256),
            MetricsRole is >= Role.None and <= Role.Admin ? null : $"{nameof(MetricsRole)} is {MetricsRole}; allowed is None, Viewer, Planner or Admin.",
            Range(nameof(RequestsPerSecond), RequestsPerSecond, 0, 100_000),
            Range(nameof(RequestBurst), RequestBurst, 1, 1_000_000),
            AddressProblem(nameof(PublicUrl), PublicUrl),
            AddressProblem(nameof(OtlpEndpoint), OtlpEndpoint),
            TokenProblem(),
            TokenRoleClaim.Length > 0 ? null : $"{nameof(TokenRoleClaim)} is empty; allowed is the name of a claim.",
            UrlsProblem(),
        }.OfType<string>(),
    ];

    private static string? Range(string name, int value, int least, int most) =>
        value >= least && value <= most ? null : FormattableString.Invariant($"{name} is {value}; allowed is {least} to {most}.");

    private static string? AddressProblem(string name, Uri? address) =>
        address is null || (address.IsAbsoluteUri && address.Scheme is "http" or "https")
            ? null
            : $"{name} is {address}; allowed is an absolute http or https address.";

    private string? TokenProblem()
    {
        if (TokenIssuer is null)
            return TokenAudience is null && TokenKeys is null ? null : $"{nameof(TokenIssuer)} is empty; {nameof(TokenAudience)} and {nameof(TokenKeys)} mean nothing without it.";
        if (!Uri.TryCreate(TokenIssuer, UriKind.Absolute, out var issuer) || !(issuer.Scheme == "https" || (issuer.Scheme == "http" && issuer.IsLoopback)))
            return $"{nameof(TokenIssuer)} is {TokenIssuer}; allowed is an https address, or http on this machine.";
        if (string.IsNullOrEmpty(TokenAudience))
            return $"{nameof(TokenAudience)} is empty; a {nameof(TokenIssuer)} needs the audience that its tokens name.";
        return TokenKeys is { } file && TokenKeyFile.ProblemOf(file) is { } problem ? $"{nameof(TokenKeys)} is {file}; {problem}." : null;
    }

    private string? UrlsProblem() =>
        Urls.Split(';').All(u => u.StartsWith("http://", StringComparison.Ordinal) || u.StartsWith("https://", StringComparison.Ordinal))
            ? null
            : $"{nameof(Urls)} is {Urls}; allowed are addresses such as http://127.0.0.1:5080, separated by semicolons.";
}
