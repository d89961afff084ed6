using System.Text.Json;
using System.Text.Json.Nodes;
using Geo.Api.Http;

namespace Geo.Api.Processes;

/// <summary>The inputs of one execution: of each name the values, right by their form, with defaults filled in.</summary>
internal sealed class ProcessInputs(IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> values)
{
    /// <summary>All values of an input; empty when it was left out and has no default.</summary>
    public IReadOnlyList<JsonElement> All(string name) => values.GetValueOrDefault(name, []);

    /// <summary>The value of an input that occurs once; null when it was left out.</summary>
    public JsonElement? Find(string name) => All(name) is [var value, ..] ? value : null;

    /// <summary>A text, or null.</summary>
    public string? Text(string name) => Find(name)?.GetString();

    /// <summary>A number that is there, or has a default.</summary>
    public double Number(string name) => Find(name)!.Value.GetDouble(); // required, or with a default

    /// <summary>Whether a truth was given and is true.</summary>
    public bool IsTrue(string name) => Find(name) is { ValueKind: JsonValueKind.True };

    /// <summary>Inputs given beside a request, each once and as it is, completed by defaults; what is wrong is added to the faults.</summary>
    public static ProcessInputs Complete(IReadOnlyList<ProcessInput> described, JsonObject given, List<ParameterFault> faults)
    {
        var values = new Dictionary<string, IReadOnlyList<JsonElement>>(StringComparer.Ordinal);
        foreach (var input in described)
        {
            if ((given[input.Name] ?? input.Default) is not { } node)
                continue;
            var value = JsonSerializer.SerializeToElement(node, ApiJson.Default.JsonNode);
            if (input.Kind.Fault(value) is { } allowed)
                faults.Add(InputReader.FaultOf($"inputs.{input.Name}", value, allowed));
            values[input.Name] = [value];
        }
        return new ProcessInputs(values);
    }

    /// <summary>As a JSON object of arrays, to be kept with the job.</summary>
    public JsonObject ToJson() => new(values.OrderBy(v => v.Key, StringComparer.Ordinal)
        .Select(v => KeyValuePair.Create(v.Key, (JsonNode?)new JsonArray([.. v.Value.Select(e => JsonNode.Parse(e.GetRawText()))]))));

    /// <summary>The inputs that <see cref="ToJson"/> wrote.</summary>
    public static ProcessInputs Read(JsonElement kept) => new(kept.EnumerateObject()
        .ToDictionary(m => m.Name, m => (IReadOnlyList<JsonElement>)[.. m.Value.EnumerateArray()], StringComparer.Ordinal));
}
