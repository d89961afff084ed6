using Geo.Api.Http;

namespace Geo.Api.Jobs;

/// <summary>The form of a stream of server-sent events.</summary>
internal static class EventsEndpoint
{
    public const string MediaType = "text/event-stream";

    public static Representation Form { get; } = new("events", MediaType);
}
