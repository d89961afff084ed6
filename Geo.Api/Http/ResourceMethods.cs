using System.Collections.Concurrent;
using Geo.Api.Access;
using Geo.Engine.Access;

namespace Geo.Api.Http;

/// <summary>Which methods each address answers, and who may use them: what <c>OPTIONS</c> tells and the definition of the API lists.</summary>
internal sealed class ResourceMethods
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<(string Method, Role Needs)>> _byPattern = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task<bool>>> _mayChange = new(StringComparer.Ordinal);

    /// <summary>Enters methods of an address; true for the first ones of that address.</summary>
    public bool Add(string pattern, Role needs, params IEnumerable<string> methods)
    {
        var isNew = !_byPattern.TryGetValue(pattern, out var known);
        _byPattern[pattern] = [.. known ?? [], .. methods.Select(m => (m, needs))];
        return isNew;
    }

    /// <summary>Lets an address be read only wherever a question about the request is answered with no, such as whether its layer can be edited.</summary>
    public void RestrictChanges(string pattern, Func<HttpContext, Task<bool>> mayChange) => _mayChange[pattern] = mayChange;

    /// <summary>What a caller may do at the very address of a request, for <c>Allow</c>.</summary>
    public async Task<string> AllowedAsync(HttpContext http, string pattern)
    {
        var caller = http.GetCaller();
        var mayChange = !_mayChange.TryGetValue(pattern, out var ask) || await ask(http);
        return string.Join(", ", _byPattern[pattern].Where(m => caller.May(m.Needs) && (mayChange || HttpMethods.IsGet(m.Method) || HttpMethods.IsHead(m.Method))).Select(m => m.Method).Append(HttpMethods.Options));
    }

    /// <summary>Everything that can be done there by somebody.</summary>
    public string All(string pattern) => string.Join(", ", _byPattern[pattern].Select(m => m.Method).Append(HttpMethods.Options));

    /// <summary>The role that a method of an address needs; null when it has no such method.</summary>
    public Role? Needs(string pattern, string method) =>
        _byPattern.TryGetValue(pattern, out var known) ? known.Where(m => m.Method == method).Select(m => (Role?)m.Needs).FirstOrDefault() : null;
}
