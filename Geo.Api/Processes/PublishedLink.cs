namespace Geo.Api.Processes;

/// <summary>A resource that an execution has published.</summary>
/// <param name="Path">Its path, encoded, beginning with a slash.</param>
/// <param name="Rel">How it relates to the job.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Title">Its identifier, for people.</param>
internal sealed record PublishedLink(string Path, string Rel, string Type, string Title);
