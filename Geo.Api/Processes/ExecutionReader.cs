using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Processes;

/// <summary>Reads the body of an execution request (18-062r2, execute.yaml) against the description of the process; finds all faults at once.</summary>
internal sealed class ExecutionReader(ProcessDescription process, InputReader inputs, AllowedHosts callbackHosts)
{
    private static readonly string[] Members = ["inputs", "outputs", "response", "subscriber"];

    /// <summary>What is wrong, each with the place where it stands.</summary>
    public List<ParameterFault> Faults { get; } = [];

    /// <summary>The inputs, and what is wanted; of no use when there are faults.</summary>
    public async Task<(ProcessInputs Inputs, ExecutionRequest Wanted)> ReadAsync(JsonElement body, CancellationToken cancellation)
    {
        foreach (var member in body.EnumerateObject().Where(m => !Members.Contains(m.Name, StringComparer.Ordinal)))
            Fault(member.Name, member.Value, new(string.Join(", ", Members), string.Join(", ", Members)));
        var read = await inputs.ReadAsync(Object(body, "inputs"), Faults, cancellation);
        return (read, new ExecutionRequest { Outputs = Outputs(Object(body, "outputs")), AsDocument = AsDocument(body), Subscriber = Subscriber(Object(body, "subscriber")) });
    }

    private bool AsDocument(JsonElement body)
    {
        if (!body.TryGetProperty("response", out var response))
            return false;
        var word = response.ValueKind == JsonValueKind.String ? response.GetString() : null;
        if (word is not ("raw" or "document"))
            Fault("response", response, new("raw hoặc document", "raw or document"));
        return word == "document";
    }

    private Dictionary<string, ExecutionRequest.WantedOutput>? Outputs(JsonElement? outputs)
    {
        if (outputs is not { } named)
            return null;
        var wanted = new Dictionary<string, ExecutionRequest.WantedOutput>(StringComparer.Ordinal);
        foreach (var member in named.EnumerateObject())
        {
            if (process.Outputs.FirstOrDefault(o => o.Name == member.Name) is { } output)
                wanted[member.Name] = Wanted(output, member.Value);
            else
                Fault($"outputs.{member.Name}", member.Value, Known(process.Outputs.Select(o => o.Name)));
        }
        return wanted;
    }

    private ExecutionRequest.WantedOutput Wanted(ProcessOutput output, JsonElement wish)
    {
        var place = $"outputs.{output.Name}";
        if (wish.ValueKind != JsonValueKind.Object)
            Fault(place, wish, new("{\"transmissionMode\": …, \"format\": …}", "{\"transmissionMode\": …, \"format\": …}"));
        else if (wish.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.Object
            && format.TryGetProperty("mediaType", out var type) && (type.ValueKind != JsonValueKind.String || !IsOf(output, type.GetString() ?? "")))
            Fault($"{place}.format.mediaType", type, new(output.MediaType, output.MediaType));
        return new(wish.ValueKind == JsonValueKind.Object && wish.TryGetProperty("transmissionMode", out var mode) && IsReference($"{place}.transmissionMode", mode));
    }

    private bool IsReference(string place, JsonElement mode)
    {
        var word = mode.ValueKind == JsonValueKind.String ? mode.GetString() : null;
        if (word is not ("value" or "reference"))
            Fault(place, mode, new("value hoặc reference", "value or reference"));
        return word == "reference";
    }

    private ExecutionRequest.SubscriberAddresses? Subscriber(JsonElement? subscriber)
    {
        if (subscriber is not { } named)
            return null;
        if (!named.TryGetProperty("successUri", out _))
            Fault("subscriber.successUri", default, new("bắt buộc", "required"));
        return new(Callback(named, "successUri"), Callback(named, "inProgressUri"), Callback(named, "failedUri"));
    }

    private Uri? Callback(JsonElement subscriber, string name)
    {
        if (!subscriber.TryGetProperty(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.String && Uri.TryCreate(value.GetString(), UriKind.Absolute, out var address) && callbackHosts.Allows(address))
            return address;
        Fault($"subscriber.{name}", value, callbackHosts.Allowed);
        return null;
    }

    private JsonElement? Object(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return value;
        Fault(name, value, new("một đối tượng JSON", "a JSON object"));
        return null;
    }

    private static bool IsOf(ProcessOutput output, string mediaType) => output.MediaType.Split(';')[0].Equals(mediaType.Split(';')[0].Trim(), StringComparison.OrdinalIgnoreCase);

    private static BilingualText Known(IEnumerable<string> names) => new(string.Join(", ", names), string.Join(", ", names));

    private void Fault(string place, JsonElement received, BilingualText allowed) => Faults.Add(InputReader.FaultOf(place, received, allowed));
}
