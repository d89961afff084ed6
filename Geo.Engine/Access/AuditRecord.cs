namespace Geo.Engine.Access;

/// <summary>An entry in its place in the log.</summary>
/// <param name="Number">1 for the first, then one more each.</param>
/// <param name="Entry">What was done.</param>
/// <param name="Hash">Its link of the chain, see <see cref="AuditChain"/>.</param>
public sealed record AuditRecord(long Number, AuditEntry Entry, string Hash);
