using System.Runtime.CompilerServices;

namespace Geo.Tests.Fixtures;

/// <summary>Where the repository and the published reference values lie on this machine.</summary>
internal static class Repository
{
    /// <summary>The repository's root folder.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    /// <summary>Bundled layers and scenarios.</summary>
    public static string Data => Path.Combine(Root, "data");

    /// <summary>
    /// A file of real layers or reference values that lie beside the repository and are not part of it
    /// (<c>SOCTRANG_SHARED</c>, else <c>../shared</c>). Its absence skips the test loudly, and fails it in CI.
    /// </summary>
    public static string Shared(params string[] path)
    {
        var root = Environment.GetEnvironmentVariable("SOCTRANG_SHARED") ?? Path.Combine(Root, "..", "shared");
        var file = Path.GetFullPath(Path.Combine([root, .. path]));
        Requirement.Holds(Path.Exists(file), $"{Path.Combine(path)} is not beside the repository");
        return file;
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
