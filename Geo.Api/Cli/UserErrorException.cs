namespace Geo.Api.Cli;

/// <summary>A command cannot go on for a reason that its caller can mend; the message is one sentence for people.</summary>
internal sealed class UserErrorException(string message) : Exception(message);
