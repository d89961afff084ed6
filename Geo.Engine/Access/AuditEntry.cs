namespace Geo.Engine.Access;

/// <summary>One thing that was done, or was refused, for the audit log.</summary>
/// <param name="At">When; kept to the millisecond, UTC.</param>
/// <param name="Author">Who, what for, in which request.</param>
/// <param name="Target">To what: layers, documents, a key, an address.</param>
/// <param name="Before">SHA-256, hexadecimal, over what was there before; null where nothing was, or it is not known.</param>
/// <param name="After">The same over what is there now.</param>
public sealed record AuditEntry(DateTimeOffset At, Author Author, string Target, string? Before = null, string? After = null);
