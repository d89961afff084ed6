using System.Text.Json;
using System.Text.Json.Nodes;
using Geo.Engine.Features;

namespace Geo.Api.Processes;

/// <summary>What an input may be: described as JSON Schema, and judged, by the same object, so that the two cannot part.</summary>
internal abstract record InputKind
{
    private InputKind()
    {
    }

    /// <summary>The kind as JSON Schema, in one language.</summary>
    public abstract JsonObject Schema(string language);

    /// <summary>What is allowed, when a value is none of this kind; null when it is one.</summary>
    public abstract BilingualText? Fault(JsonElement value);

    /// <summary>A text.</summary>
    /// <param name="MostCharacters">Longest text.</param>
    internal sealed record Text(int MostCharacters) : InputKind
    {
        /// <summary>The only texts that are allowed; empty when any is.</summary>
        public IReadOnlyList<string> Words { get; init; } = [];

        /// <summary>A <c>format</c> of JSON Schema, for people and forms; it is not judged.</summary>
        public string? Format { get; init; }

        public override JsonObject Schema(string language)
        {
            var schema = new JsonObject { ["type"] = "string" };
            if (Words.Count > 0)
                schema["enum"] = new JsonArray([.. Words.Select(w => (JsonNode)w)]);
            else
                schema["maxLength"] = MostCharacters;
            if (Format is not null)
                schema["format"] = Format;
            return schema;
        }

        public override BilingualText? Fault(JsonElement value)
        {
            if (value.ValueKind != JsonValueKind.String || value.GetString() is not { } text)
                return new("một chuỗi", "a string");
            if (Words.Count > 0 && !Words.Contains(text, StringComparer.Ordinal))
                return new(string.Join(", ", Words), string.Join(", ", Words));
            return text.Length <= MostCharacters && !text.Contains('\0', StringComparison.Ordinal)
                ? null
                : new($"một chuỗi không quá {MostCharacters} ký tự", $"a string of at most {MostCharacters} characters");
        }
    }

    /// <summary>A number.</summary>
    /// <param name="Least">Smallest.</param>
    /// <param name="Most">Largest.</param>
    internal sealed record Number(double Least, double Most) : InputKind
    {
        /// <summary>Whether only whole numbers are allowed.</summary>
        public bool IsWhole { get; init; }

        /// <summary>The unit, for people; null where there is none.</summary>
        public string? Unit { get; init; }

        public override JsonObject Schema(string language)
        {
            var schema = new JsonObject { ["type"] = IsWhole ? "integer" : "number", ["minimum"] = Least, ["maximum"] = Most };
            if (Unit is not null)
                schema["x-ogc-unit"] = Unit;
            return schema;
        }

        public override BilingualText? Fault(JsonElement value) =>
            value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= Least && number <= Most && (!IsWhole || Math.Floor(number) == number)
                ? null
                : new(FormattableString.Invariant($"{(IsWhole ? "số nguyên" : "số")} trong {Least}..{Most}"), FormattableString.Invariant($"{(IsWhole ? "a whole number" : "a number")} in {Least}..{Most}"));
    }

    /// <summary>True or false.</summary>
    internal sealed record Truth : InputKind
    {
        public override JsonObject Schema(string language) => new() { ["type"] = "boolean" };

        public override BilingualText? Fault(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : new("true hoặc false", "true or false");
    }

    /// <summary>A box, as the standard writes it: <c>{"bbox": [west, south, east, north], "crs": …}</c>.</summary>
    internal sealed record Box : InputKind
    {
        public override JsonObject Schema(string language) => new()
        {
            ["type"] = "object",
            ["format"] = "ogc-bbox",
            ["required"] = new JsonArray("bbox"),
            ["properties"] = new JsonObject
            {
                ["bbox"] = new JsonObject { ["type"] = "array", ["minItems"] = 4, ["maxItems"] = 6, ["items"] = new JsonObject { ["type"] = "number" } },
                ["crs"] = new JsonObject { ["type"] = "string", ["format"] = "uri", ["default"] = BoxInput.Crs84, ["enum"] = new JsonArray([.. Collections.CrsParameter.Uris]) },
            },
        };

        public override BilingualText? Fault(JsonElement value) => BoxInput.Fault(value);
    }

    /// <summary>A JSON object.</summary>
    internal sealed record Document : InputKind
    {
        /// <summary>Names of members that must be there.</summary>
        public IReadOnlyList<string> Required { get; init; } = [];

        /// <summary>A <c>format</c> such as <c>geojson-feature-collection</c>; null for none.</summary>
        public string? Format { get; init; }

        /// <summary>Values that the member <c>type</c> may have; empty when it is not looked at.</summary>
        public IReadOnlyList<string> Types { get; init; } = [];

        public override JsonObject Schema(string language)
        {
            var schema = new JsonObject { ["type"] = "object" };
            if (Format is not null)
                schema["format"] = Format;
            if (Required.Count > 0)
                schema["required"] = new JsonArray([.. Required.Select(r => (JsonNode)r)]);
            if (Types.Count > 0)
                schema["properties"] = new JsonObject { ["type"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Types.Select(t => (JsonNode)t)]) } };
            return schema;
        }

        public override BilingualText? Fault(JsonElement value)
        {
            if (value.ValueKind != JsonValueKind.Object || Required.Any(r => !value.TryGetProperty(r, out _)))
                return new($"một đối tượng JSON {Members}".TrimEnd(), $"a JSON object {Members}".TrimEnd());
            return Types.Count == 0 || (value.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && Types.Contains(type.GetString()))
                ? null
                : new($"type là {string.Join(", ", Types)}", $"type is one of {string.Join(", ", Types)}");
        }

        private string Members => Required.Count == 0 ? "" : $"{{{string.Join(", ", Required)}}}";
    }

    /// <summary>Bytes, in base64.</summary>
    /// <param name="MediaTypes">What they may be.</param>
    internal sealed record Binary(params IReadOnlyList<string> MediaTypes) : InputKind
    {
        public override JsonObject Schema(string language) => new()
        {
            ["oneOf"] = new JsonArray([.. MediaTypes.Select(m => (JsonNode)new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64", ["contentMediaType"] = m })]),
        };

        public override BilingualText? Fault(JsonElement value) =>
            value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out _) ? null : new("chuỗi base64", "a string in base64");
    }

    /// <summary>An array that is one value.</summary>
    /// <param name="Item">What its items may be.</param>
    /// <param name="Most">Most items.</param>
    internal sealed record Listed(InputKind Item, int Most) : InputKind
    {
        public override JsonObject Schema(string language) =>
            new() { ["type"] = "array", ["minItems"] = 1, ["maxItems"] = Most, ["items"] = Item.Schema(language) };

        public override BilingualText? Fault(JsonElement value)
        {
            if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0 || value.GetArrayLength() > Most)
                return new($"mảng có từ 1 đến {Most} phần tử", $"an array of 1 to {Most} items");
            return value.EnumerateArray().Select(Item.Fault).FirstOrDefault(f => f is not null);
        }
    }

    /// <summary>One of several kinds.</summary>
    /// <param name="Kinds">The kinds.</param>
    internal sealed record AnyOf(params IReadOnlyList<InputKind> Kinds) : InputKind
    {
        public override JsonObject Schema(string language) => new() { ["oneOf"] = new JsonArray([.. Kinds.Select(k => (JsonNode)k.Schema(language))]) };

        public override BilingualText? Fault(JsonElement value)
        {
            var faults = Kinds.Select(k => k.Fault(value)).ToList();
            return faults.Contains(null)
                ? null
                : new(string.Join(" hoặc ", faults.Select(f => f!.Vi)), string.Join(" or ", faults.Select(f => f!.En))); // none is null: the line above
        }
    }
}
