using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Geo.Engine.Filters;

/// <summary>A value of CQL2-JSON with its pointer (RFC 6901).</summary>
internal readonly record struct JsonPlace(JsonElement Value, string Pointer)
{
    /// <summary>The place, for faults and expressions.</summary>
    public FilterPlace Place => FilterPlace.At(Pointer);

    /// <summary>The elements, where it is an array.</summary>
    /// <exception cref="FilterException">It is none.</exception>
    public IEnumerable<JsonPlace> Elements()
    {
        if (Value.ValueKind != JsonValueKind.Array)
            throw Wrong(new("một mảng", "an array"));
        var pointer = Pointer;
        return Value.EnumerateArray().Select((element, i) => new JsonPlace(element, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{i}")));
    }

    /// <summary>The members of an object by name.</summary>
    /// <exception cref="FilterException">A name is given twice.</exception>
    public Dictionary<string, JsonPlace> Members()
    {
        var members = new Dictionary<string, JsonPlace>(StringComparer.Ordinal);
        foreach (var member in Value.EnumerateObject())
        {
            var name = NameOf(member);
            var place = new JsonPlace(member.Value, $"{Pointer}/{Escape(name)}");
            if (!members.TryAdd(name, place))
                throw new FilterException(place.Place, $"Thành phần '{FilterFaults.Shorten(name)}' xuất hiện hai lần.", $"The member '{FilterFaults.Shorten(name)}' is given twice.");
        }

        return members;
    }

    /// <summary>The text, composed, where it is one.</summary>
    /// <exception cref="FilterException">It is none.</exception>
    public string Text()
    {
        if (Value.ValueKind != JsonValueKind.String)
            throw Wrong(new("một chuỗi", "a string"));
        var place = Place;
        var text = TextOf(Value.GetString);
        FilterCharacters.Check(text, _ => place);
        return text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>The number, where it is a finite one.</summary>
    /// <exception cref="FilterException">It is none.</exception>
    public double Number()
    {
        if (Value.ValueKind != JsonValueKind.Number)
            throw Wrong(new("một số", "a number"));
        return Value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw Wrong(new("một số hữu hạn (đến ±1,79E+308)", "a finite number (up to ±1.79E+308)"));
    }

    /// <summary>The fault that something else is allowed here.</summary>
    public FilterException Wrong(FilterWords allowed) => FilterFaults.Found(Place, Words(), allowed);

    private FilterWords Words() => Value.ValueKind switch
    {
        JsonValueKind.Object => new("một đối tượng", "an object"),
        JsonValueKind.Array => new("một mảng", "an array"),
        _ => FilterWords.Same(FilterFaults.Shorten(Value.GetRawText())),
    };

    private string NameOf(JsonProperty member) => TextOf(() => member.Name);

    private string TextOf(Func<string?> read)
    {
        try
        {
            return read() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw new FilterException(Place, "Chuỗi chứa nửa cặp surrogate.", "A string holds half a surrogate pair.");
        }
    }

    private static string Escape(string name) =>
        FilterFaults.Shorten(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
