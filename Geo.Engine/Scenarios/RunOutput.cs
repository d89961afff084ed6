namespace Geo.Engine.Scenarios;

/// <summary>One output of a run.</summary>
/// <param name="Name">The layer or grid.</param>
/// <param name="Sha256">Hash of its content, hexadecimal; the result hash is the hash of these lines.</param>
public sealed record RunOutput(string Name, string Sha256);
