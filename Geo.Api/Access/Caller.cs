using Geo.Engine.Access;

namespace Geo.Api.Access;

/// <summary>Who makes a request.</summary>
/// <param name="Id">Tells callers apart, in logs and in the record of what was done: <c>key:1a2b3c4d</c>, <c>token:lan</c>, <c>anonymous</c>; never a secret.</param>
/// <param name="Name">For people: the label of the key, the name in the token.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Proof">How it proved that.</param>
internal sealed record Caller(string Id, string Name, Role Role, Proof Proof)
{
    /// <summary>Somebody who says nothing about himself.</summary>
    public static Caller Anonymous(Role role) => new("anonymous", "anonymous", role, Proof.None);

    /// <summary>The holder of a key.</summary>
    public static Caller Of(AccessKey key) => new($"key:{key.Id}", key.Label, key.Role, Proof.Key);

    /// <summary>Whether it may do what needs a role.</summary>
    public bool May(Role needed) => Role >= needed;
}
