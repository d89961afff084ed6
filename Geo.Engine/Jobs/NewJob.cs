namespace Geo.Engine.Jobs;

/// <summary>A job to be written into the ledger.</summary>
/// <param name="Id">Identifier, not to be guessed.</param>
/// <param name="ProcessId">What kind of work.</param>
/// <param name="Owner">Who asks; empty for anybody.</param>
/// <param name="Request">What is asked, in full.</param>
/// <param name="InputHash">SHA-256 of process and inputs, hexadecimal.</param>
/// <param name="IdempotencyKey">The owner's name for this request; null for none.</param>
/// <param name="Created">Now.</param>
public sealed record NewJob(string Id, string ProcessId, string Owner, string Request, string InputHash, string? IdempotencyKey, DateTimeOffset Created);
