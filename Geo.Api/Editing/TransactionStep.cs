using System.Text.Json;

namespace Geo.Api.Editing;

/// <summary>One step of a transaction as it was sent.</summary>
/// <param name="Index">Its place in the list.</param>
/// <param name="Action">create, replace, update or delete.</param>
/// <param name="Id">The feature; 0 for one that is created.</param>
/// <param name="Content">The feature or the merge patch; undefined for a step that removes.</param>
/// <param name="IfMatch">The entity tag of the feature as it was seen; null when any state will do.</param>
internal sealed record TransactionStep(int Index, string Action, long Id, JsonElement Content, string? IfMatch)
{
    /// <summary>Name of the member that holds <see cref="Content"/>.</summary>
    public string ContentName => Action == "update" ? "patch" : "feature";
}
