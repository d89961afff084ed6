namespace Geo.Engine.Formats;

/// <summary>How fetching one source ended.</summary>
/// <param name="Source">The source.</param>
/// <param name="Path">Where the file lies; null when it was not fetched.</param>
/// <param name="Bytes">Its size; 0 when it was not fetched.</param>
/// <param name="Sha256">Its checksum, 64 lower-case hexadecimal digits; null when it was not fetched.</param>
/// <param name="WasThere">True when the file lay there already with the right checksum, and nothing was fetched.</param>
/// <param name="Problem">Why it was not fetched, in one sentence; null when it was.</param>
public sealed record FetchedFile(DataSource Source, string? Path, long Bytes, string? Sha256, bool WasThere, string? Problem);
