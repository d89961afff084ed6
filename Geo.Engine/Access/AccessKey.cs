namespace Geo.Engine.Access;

/// <summary>A key that a program or a person proves itself with, as it is kept: never the secret, only its hash.</summary>
/// <param name="Id">Eight hexadecimal digits; stands in the key's text too.</param>
/// <param name="Label">Whose it is or what for, as the administrator wrote it.</param>
/// <param name="Role">What its holder may do.</param>
/// <param name="Hash">SHA-256 of the key's text, 32 bytes.</param>
/// <param name="Created">When it was made, UTC, whole seconds.</param>
/// <param name="Revoked">Since when it opens nothing any more, UTC, whole seconds; null while it is good.</param>
public sealed record AccessKey(string Id, string Label, Role Role, ReadOnlyMemory<byte> Hash, DateTimeOffset Created, DateTimeOffset? Revoked = null);
