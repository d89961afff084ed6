using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Geo.Engine.Stores;

/// <summary>How long reads of a store take: a histogram, and a span of its own in a trace.</summary>
public static class StoreTelemetry
{
    /// <summary>Name of the meter and of the source of spans.</summary>
    public const string Name = "SocTrangGeo.Stores";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> ReadSeconds = Meter.CreateHistogram<double>("soctrang.store.read.duration", "s", "Time from the beginning of a read to its end");

    /// <summary>A read begins; disposing ends it.</summary>
    internal static Reading BeginRead(string store) => new(store, Source.StartActivity("store.read"), Stopwatch.GetTimestamp());

    /// <summary>A read that goes on.</summary>
    internal readonly struct Reading(string store, Activity? span, long began) : IDisposable
    {
        public void Dispose()
        {
            ReadSeconds.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("store", store));
            span?.SetTag("store", store);
            span?.Dispose();
        }
    }
}
