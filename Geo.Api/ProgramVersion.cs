using System.Reflection;

namespace Geo.Api;

/// <summary>The version of the program: the same in the HTTP service and on the command line, as it is part of what a scenario run is.</summary>
public static class ProgramVersion
{
    /// <summary>For example <c>0.1.0</c>; without the commit.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
