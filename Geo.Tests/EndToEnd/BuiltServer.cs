using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Geo.Tests.Fixtures;

namespace Geo.Tests.EndToEnd;

/// <summary>The server as the README starts it, but already built and on a port of its own, until it is stopped.</summary>
internal sealed class BuiltServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private bool _ended;

    private BuiltServer(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Everything it has printed.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>The most memory that the largest of its processes has held so far, in bytes.</summary>
    public long PeakMemory() => Family(_process.Id).Max(PeakMemory);

    /// <summary>Whether one of its processes was started with a variable that has a value.</summary>
    public bool IsStartedWith(string name, string value) => Family(_process.Id).Any(p => File.ReadAllText($"/proc/{p}/environ").Split('\0').Contains($"{name}={value}"));

    /// <summary>Starts <c>serve</c> on an embedded store and does not wait for it; <paramref name="port"/> 0 takes a free one.</summary>
    public static BuiltServer Start(string store, int port = 0) => StartOn($"geopackage:{store}", port);

    /// <summary>The same on any store, with variables of its environment.</summary>
    public static BuiltServer StartOn(string store, int port = 0, params (string Name, string Value)[] environment)
    {
        var address = new Uri($"http://127.0.0.1:{(port == 0 ? FreePort() : port)}");
        string[] arguments =
        [
            "run", "--no-build", "-c", Configuration(), "--project", "Geo.Api",
            "--", "serve", "--urls", address.ToString().TrimEnd('/'), "--store", store,
        ];
        var start = new ProcessStartInfo(Requirement.Program("dotnet"), arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new BuiltServer(Process.Start(start)!, address);
    }

    /// <summary>Waits until it has answered that it is ready.</summary>
    public async Task ReadyAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        while (!await IsReadyAsync(client, patience.Token))
        {
            if (_process.HasExited)
                Assert.Fail($"The server ended with {_process.ExitCode}:\n{Output}");
            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>Ends it at once, as a power cut would; once is enough.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_ended)
            return;
        _ended = true;
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("health/ready", UriKind.Relative), cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception fault) when (fault is HttpRequestException or SocketException)
        {
            return false;
        }
    }

    /// <summary>A process and all that it started.</summary>
    private static IEnumerable<int> Family(int process) => Directory.EnumerateDirectories($"/proc/{process}/task")
        .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(child => Family(int.Parse(child, CultureInfo.InvariantCulture))).Prepend(process);

    private static long PeakMemory(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)); // "VmHWM:    123456 kB"
        return 1024 * long.Parse(line.AsSpan("VmHWM:".Length, line.Length - "VmHWM:".Length - "kB".Length), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
    }

    /// <summary>Release or Debug: that of these tests.</summary>
    private static string Configuration() => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }
}
