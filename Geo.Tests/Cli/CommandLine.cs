using Geo.Tests.Fixtures;

namespace Geo.Tests.Cli;

/// <summary>The built executable, run to its end in the repository's root.</summary>
internal static class CommandLine
{
    public static (int ExitCode, string Output) Run(params string[] arguments) =>
        Requirement.Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "Geo.Api.dll"), .. arguments, "--data", Repository.Data]);

    /// <summary>The text of a new key in a store.</summary>
    public static string MakeKey(string role, string store)
    {
        var (code, output) = Run("keys", "create", "--role", role, "--label", "test", "--store", store);
        Assert.True(code == 0, output);
        return output.Split('\n')[0].Trim();
    }

    /// <summary>The result hash a run has printed.</summary>
    public static string ResultHash(string output) =>
        output.Split('\n').Single(line => line.StartsWith("result hash ", StringComparison.Ordinal))["result hash ".Length..].Trim();
}
