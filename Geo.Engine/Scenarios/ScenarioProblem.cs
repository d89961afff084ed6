namespace Geo.Engine.Scenarios;

/// <summary>Something wrong with a scenario.</summary>
/// <param name="Path">Where: a path of keys and indices, for example <c>themes.aquaculture.criteria[2].membership.points</c>; empty for the whole file.</param>
/// <param name="Message">What was found and what is allowed.</param>
/// <param name="Hint">What to do about it; null when the message says it all.</param>
/// <param name="IsWarning">True when the scenario can still be run.</param>
public sealed record ScenarioProblem(string Path, string Message, string? Hint = null, bool IsWarning = false)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(IsWarning ? "warning: " : "")}{Path}{(Path.Length > 0 ? ": " : "")}{Message}{(Hint is null ? "" : $" ({Hint})")}";
}
