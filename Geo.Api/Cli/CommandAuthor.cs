using Geo.Engine.Access;

namespace Geo.Api.Cli;

/// <summary>Whoever types a command: the account of the machine, for the audit log.</summary>
internal static class CommandAuthor
{
    public static Author Of(string action) => new($"cli:{Environment.UserName}", action);
}
