using System.Text.Json.Nodes;
using Geo.Api.Processes;
using Geo.Engine.Access;

namespace Geo.Api.Jobs;

/// <summary>What the ledger keeps of a request: all that is needed to run the job again elsewhere.</summary>
/// <param name="Inputs">Of each input the values.</param>
/// <param name="Wanted">Outputs, form and subscriber.</param>
/// <param name="Language">Language of texts in the results.</param>
/// <param name="Root">The address of the server as the client sees it, for links in callbacks.</param>
/// <param name="Author">On whose behalf results are published, for the audit log.</param>
internal sealed record JobRequest(JsonObject Inputs, ExecutionRequest Wanted, string Language, string Root, Author Author);
