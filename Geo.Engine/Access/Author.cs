namespace Geo.Engine.Access;

/// <summary>On whose behalf something is written.</summary>
/// <param name="Actor">Who: <c>key:1a2b3c4d</c>, <c>cli:lan</c>, <c>system</c>; never a secret.</param>
/// <param name="Action">What for, in two words: <c>scenario.run</c>, <c>layer.import</c>.</param>
/// <param name="RequestId">What the server's log calls the request; null where there is none.</param>
public sealed record Author(string Actor, string Action, string? RequestId = null)
{
    /// <summary>The program itself, of its own accord.</summary>
    public static Author Program { get; } = new("system", "store.change");
}
