using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Geo.Engine.Access;

namespace Geo.Tests.Api;

/// <summary>Every operation of the definition, asked by everybody there is: exactly the table of docs/operation.md.</summary>
public sealed class RoleMatrixTests
{
    /// <summary>Operations that do not follow the rule "reading takes a viewer, changing takes a planner".</summary>
    private static readonly Dictionary<string, Role> Exceptions = new()
    {
        ["GET /health/live"] = Role.None,
        ["GET /health/ready"] = Role.None,
        ["GET /collections/{collectionId}/history"] = Role.Planner,
        ["GET /collections/{collectionId}/items/{featureId}/history"] = Role.Planner,
        ["POST /processes/{processId}/execution"] = Role.Viewer,
        ["DELETE /jobs/{jobId}"] = Role.Viewer,
    };

    [Fact]
    public async Task Each_role_may_do_what_the_table_says_and_nothing_else()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), new Geo.Api.GeoOptions { AnonymousRole = Role.None });
        var admin = await server.MakeKeyAsync(Role.Admin);
        var callers = new List<(string Name, Role Role, string? Key)> { ("nobody", Role.None, null), ("a stranger's key", Role.None, "stg_00000000_" + new string('A', 43)) };
        foreach (var role in new[] { Role.Viewer, Role.Planner })
            callers.Add((role.ToString(), role, await server.MakeKeyAsync(role)));
        callers.Add(("Admin", Role.Admin, admin));
        var document = JsonDocument.Parse((await server.GetAsync("api", null, ("X-Api-Key", admin))).Body).RootElement;
        var wrong = new List<string>();
        foreach (var (method, path) in Operations(document))
        {
            var needs = Needs(method, path);
            foreach (var caller in callers)
            {
                var answer = await server.SendAsync(new HttpMethod(method), Fill(path), null, caller.Key is { } key ? [("X-Api-Key", key)] : []);
                var expected = caller.Role >= needs ? "allowed" : caller.Role == Role.None ? "401" : "403";
                var actual = answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? $"{(int)answer.Status}" : "allowed";
                if (expected != actual)
                    wrong.Add($"{caller.Name}: {method} {path} is {actual}, not {expected}");
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_roles_in_the_definition_are_those_of_the_table()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store());
        var document = await server.GetJsonAsync("api");
        foreach (var (method, path) in Operations(document))
        {
            var needs = Needs(method, path);
            var told = document.GetProperty("paths").GetProperty(path).GetProperty(method.ToLowerInvariant()).GetProperty("x-required-role").GetString();
            Assert.Equal((method, path, needs.ToString().ToLowerInvariant()), (method, path, told));
        }
    }

    private static Role Needs(string method, string path)
    {
        var pattern = Regex.Replace(path, "^/collections/[^/]+", "/collections/{collectionId}");
        return Exceptions.TryGetValue($"{method} {pattern}", out var exception) ? exception : method == "GET" ? Role.Viewer : Role.Planner;
    }

    private static IEnumerable<(string Method, string Path)> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (o.Name.ToUpperInvariant(), p.Name)));

    // Ids that lead nowhere: what is asked here is who may come in, not what is inside.
    private static string Fill(string path) => Regex.Replace(path, "{[^}]+}", "none").TrimStart('/');
}
