namespace Geo.Engine.Yaml;

/// <summary>Something wrong in a YAML text.</summary>
/// <param name="Path">Where: keys and indices, for example <c>themes.aquaculture.criteria[2].id</c>; empty for the whole text.</param>
/// <param name="Line">Line in the text, from 1.</param>
/// <param name="Message">What was found and what is allowed.</param>
/// <param name="Hint">What to do about it; null when the message says it all.</param>
public sealed record YamlProblem(string Path, int Line, BilingualText Message, BilingualText? Hint = null);
