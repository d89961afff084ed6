using System.Text.Json.Nodes;
using Geo.Engine.Features;

namespace Geo.Api.Processes;

/// <summary>One input of a process.</summary>
/// <param name="Name">Its name in requests.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Description">What it means.</param>
/// <param name="Kind">What it may be.</param>
internal sealed record ProcessInput(string Name, BilingualText Title, BilingualText Description, InputKind Kind)
{
    /// <summary>Fewest values: 0 when it may be left out.</summary>
    public int MinOccurs { get; init; } = 1;

    /// <summary>Most values.</summary>
    public int MaxOccurs { get; init; } = 1;

    /// <summary>The value that counts when it is left out; null when there is none.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>The same input, which may be left out.</summary>
    public ProcessInput Optional(JsonNode? otherwise = null) => this with { MinOccurs = 0, Default = otherwise };
}
