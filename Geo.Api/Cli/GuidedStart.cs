using System.Collections;
using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Geo.Api.Cli;

/// <summary>
/// A server compiles its hot code a second time by what it has seen to be called (profile-guided optimisation of .NET), which makes it a fifth quicker; a run of a
/// scenario would be a third slower by it, as it ends before that pays. The runtime reads the setting once, before any code of ours: so a server replaces
/// itself by itself with that setting, in the same process. Reasons and figures: docs/adr/0010-guided-start.md.
/// </summary>
internal static class GuidedStart
{
    /// <summary>The setting of .NET. Who sets it, whatever to, decides.</summary>
    public const string Setting = "DOTNET_TieredPGO";

    private const string OwnProgram = "/proc/self/exe";
    private const string OwnArguments = "/proc/self/cmdline";

    /// <summary>Starts anew where that is of use and possible, and then does not come back; else does nothing.</summary>
    public static void Renew(ParseResult line)
    {
        if (!ServeCommand.IsMeantBy(line) || Environment.GetEnvironmentVariable(Setting) is not null || !File.Exists(OwnProgram) || Debugger.IsAttached)
            return;
        var arguments = Encoding.UTF8.GetString(File.ReadAllBytes(OwnArguments))[..^1].Split('\0'); // each ends with a zero; the last may be empty
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(v => $"{v.Key}={v.Value}").Append($"{Setting}=1");
        _ = Execute(Text(OwnProgram), Texts(arguments), Texts(environment)); // comes back only where it is refused: then this process serves as it is
    }

    // The last address is that of nothing. They are never given back: the process is replaced with all that it holds.
    private static nint[] Texts(IEnumerable<string> texts) => [.. texts.Select(Text), 0];

    private static nint Text(string text) => Marshal.StringToCoTaskMemUTF8(text);

    [DllImport("libc", EntryPoint = "execve")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Execute(nint program, nint[] arguments, nint[] environment);
}
