namespace Geo.Engine.Filters;

/// <summary>The members of an object of CQL2-JSON, taken one by one until none is left over.</summary>
internal sealed class JsonMembers(JsonPlace json)
{
    private readonly Dictionary<string, JsonPlace> _left = json.Members();

    /// <summary>The member, or null; it is no longer left over.</summary>
    public JsonPlace? Take(string name) => _left.Remove(name, out var value) ? value : null;

    /// <summary>The member.</summary>
    /// <exception cref="FilterException">It is missing.</exception>
    public JsonPlace Require(string name) => Take(name) ?? throw new FilterException(
        json.Place,
        $"Đối tượng thiếu thành phần '{name}'.",
        $"The object lacks the member '{name}'.");

    /// <summary>The first of these members that is there, and nothing else beside it; null when none is.</summary>
    /// <exception cref="FilterException">There is another beside it.</exception>
    public (string Name, JsonPlace Value)? TakeOnly(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Take(name) is not { } value)
                continue;
            RefuseOthers();
            return (name, value);
        }

        return null;
    }

    /// <summary>Accepts nothing more.</summary>
    /// <exception cref="FilterException">There is a member left over.</exception>
    public void RefuseOthers()
    {
        foreach (var (name, value) in _left)
            throw new FilterException(value.Place, $"Thành phần '{FilterFaults.Shorten(name)}' không được phép ở đây.", $"The member '{FilterFaults.Shorten(name)}' is not allowed here.");
    }
}
