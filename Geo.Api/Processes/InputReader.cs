using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Processes;

/// <summary>
/// Reads the inputs of an execution: each one a value, or several where several may occur; as it is, qualified (<c>{"value": …}</c>), or by reference
/// (<c>{"href": …}</c>), which is fetched at once, so that the job holds all it needs.
/// </summary>
internal sealed class InputReader(ProcessDescription process, AllowedHosts hosts, OutgoingRequests outside, long mostBytes)
{
    /// <summary>The inputs; faults are added to the list, each under <c>inputs.</c> and the name.</summary>
    public async Task<ProcessInputs> ReadAsync(JsonElement? inputs, List<ParameterFault> faults, CancellationToken cancellation)
    {
        if (inputs is { } given)
        {
            var known = string.Join(", ", process.Inputs.Select(i => i.Name));
            faults.AddRange(given.EnumerateObject().Where(m => process.Inputs.All(i => i.Name != m.Name)).Select(m => FaultOf($"inputs.{m.Name}", m.Value, new(known, known))));
        }
        var values = new Dictionary<string, IReadOnlyList<JsonElement>>(StringComparer.Ordinal);
        foreach (var input in process.Inputs)
        {
            if (inputs is { } named && named.TryGetProperty(input.Name, out var value))
                values[input.Name] = await ReadAsync(input, value, faults, cancellation);
            else if (input.Default is { } otherwise)
                values[input.Name] = [JsonSerializer.SerializeToElement(otherwise, ApiJson.Default.JsonNode)];
            else if (input.MinOccurs > 0)
                faults.Add(FaultOf($"inputs.{input.Name}", default, Required(input)));
        }
        return new ProcessInputs(values);
    }

    /// <summary>A fault at a place in the body.</summary>
    public static ParameterFault FaultOf(string place, JsonElement received, BilingualText allowed) =>
        new(place, received.ValueKind == JsonValueKind.Undefined ? "" : received.GetRawText(), allowed);

    private async Task<IReadOnlyList<JsonElement>> ReadAsync(ProcessInput input, JsonElement value, List<ParameterFault> faults, CancellationToken cancellation)
    {
        var place = $"inputs.{input.Name}";
        var given = input.MaxOccurs > 1 && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value };
        if (given.Length < input.MinOccurs || given.Length > input.MaxOccurs)
        {
            faults.Add(FaultOf(place, value, new($"từ {input.MinOccurs} đến {input.MaxOccurs} giá trị", $"{input.MinOccurs} to {input.MaxOccurs} values")));
            return [];
        }
        var values = new List<JsonElement>();
        foreach (var one in given)
        {
            var before = faults.Count;
            var plain = await UnwrapAsync(input, place, one, faults, cancellation);
            if (faults.Count == before && input.Kind.Fault(plain) is { } allowed)
                faults.Add(FaultOf(place, one, allowed));
            values.Add(plain);
        }
        return values;
    }

    private async Task<JsonElement> UnwrapAsync(ProcessInput input, string place, JsonElement value, List<ParameterFault> faults, CancellationToken cancellation)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return value;
        if (value.TryGetProperty("href", out var href))
            return await FetchAsync(input, place, href, faults, cancellation);
        if (!value.TryGetProperty("value", out var inner))
            return value;
        if (input.Kind is InputKind.Binary binary && value.TryGetProperty("mediaType", out var type) && !binary.MediaTypes.Contains(type.ToString(), StringComparer.OrdinalIgnoreCase))
            faults.Add(FaultOf($"{place}.mediaType", type, new(string.Join(", ", binary.MediaTypes), string.Join(", ", binary.MediaTypes))));
        return inner;
    }

    private async Task<JsonElement> FetchAsync(ProcessInput input, string place, JsonElement href, List<ParameterFault> faults, CancellationToken cancellation)
    {
        if (href.ValueKind != JsonValueKind.String || !Uri.TryCreate(href.GetString(), UriKind.Absolute, out var address) || !hosts.Allows(address))
        {
            faults.Add(FaultOf($"{place}.href", href, hosts.Allowed));
            return href;
        }
        try
        {
            var (body, mediaType) = await outside.GetAsync(address, mostBytes, cancellation);
            return ElementOf(input.Kind, body, mediaType);
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException)
        {
            faults.Add(FaultOf($"{place}.href", href, new($"một địa chỉ đọc được ({fault.Message})", $"an address that can be read ({fault.Message})")));
            return href;
        }
    }

    private static JsonElement ElementOf(InputKind kind, byte[] body, string? mediaType)
    {
        if (kind is InputKind.Binary)
            return JsonSerializer.SerializeToElement(Convert.ToBase64String(body), ApiJson.Default.String);
        if (mediaType is null ? kind is not InputKind.Text : mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
            return JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 64 }).RootElement.Clone();
        return JsonSerializer.SerializeToElement(System.Text.Encoding.UTF8.GetString(body), ApiJson.Default.String);
    }

    private static BilingualText Required(ProcessInput input) => new($"bắt buộc: {input.Title.Vi}", $"required: {input.Title.En}");
}
