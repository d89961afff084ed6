using Geo.Api.Processes;
using Geo.Engine.Access;

namespace Geo.Api.Jobs;

/// <summary>What goes with the inputs of a job.</summary>
/// <param name="Wanted">Outputs, form and subscriber.</param>
/// <param name="Owner">Who asks; empty for anybody.</param>
/// <param name="IdempotencyKey">The owner's name for this request; null for none.</param>
/// <param name="Language">Language of texts in the results.</param>
/// <param name="Root">The address of the server as the client sees it.</param>
/// <param name="Author">On whose behalf results are published, for the audit log.</param>
internal sealed record JobTicket(ExecutionRequest Wanted, string Owner, string? IdempotencyKey, string Language, string Root, Author Author);
