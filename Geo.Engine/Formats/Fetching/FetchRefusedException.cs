namespace Geo.Engine.Formats.Fetching;

/// <summary>An answer that is not taken; the message is the sentence for the user.</summary>
internal sealed class FetchRefusedException(string message) : Exception(message);
