using System.Diagnostics;

namespace Geo.Tests.Fixtures;

/// <summary>What a test needs from the machine. In CI a missing requirement fails the test; elsewhere it is skipped and counted.</summary>
internal static class Requirement
{
    private static bool InCi => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>The connection string of a private PostGIS cluster, as <c>test.sh</c> starts it.</summary>
    public static string PostGis()
    {
        var connection = Environment.GetEnvironmentVariable("SOCTRANG_TEST_POSTGIS");
        Holds(!string.IsNullOrEmpty(connection), "SOCTRANG_TEST_POSTGIS names no PostGIS server; ./test.sh starts one");
        return connection!;
    }

    /// <summary>The full path of a program on the PATH (<c>ogrinfo</c>, <c>chromium</c>).</summary>
    public static string Program(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var path = folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);
        Holds(path is not null, $"{name} is not installed; ./test.sh installs it");
        return path!;
    }

    /// <summary>Runs a program to its end and gives its exit code and everything it printed, output before errors.</summary>
    public static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program(program), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    /// <summary>Skips the running test with a reason when <paramref name="condition"/> is false; in CI it fails instead.</summary>
    public static void Holds(bool condition, string reason)
    {
        if (condition)
            return;
        if (InCi)
            Assert.Fail(reason);
        Assert.Skip(reason);
    }
}
