using System.Text.Json.Serialization;

namespace Geo.Api.Processes;

/// <summary>What a client wants of an execution beside the inputs.</summary>
internal sealed record ExecutionRequest
{
    /// <summary>The outputs wanted and how; null for all of them by value.</summary>
    public IReadOnlyDictionary<string, WantedOutput>? Outputs { get; init; }

    /// <summary>True for one JSON document of all outputs, false for each as it is.</summary>
    public bool AsDocument { get; init; }

    /// <summary>Whom to tell; null for nobody.</summary>
    public SubscriberAddresses? Subscriber { get; init; }

    /// <summary>Whether an output is wanted.</summary>
    public bool Wants(string output) => Outputs is null || Outputs.ContainsKey(output);

    /// <summary>Whether an output is wanted as a link.</summary>
    public bool WantsLink(string output) => Outputs is not null && Outputs.TryGetValue(output, out var wanted) && wanted.ByReference;

    /// <summary>How one output is wanted.</summary>
    /// <param name="ByReference">As a link.</param>
    internal sealed record WantedOutput(bool ByReference);

    /// <summary>Addresses that are told how the job goes.</summary>
    internal sealed record SubscriberAddresses(Uri? SuccessUri, Uri? InProgressUri, Uri? FailedUri)
    {
        /// <summary>All that are given, by their names in requests.</summary>
        [JsonIgnore]
        public IEnumerable<(string Name, Uri Address)> Given => new[] { ("successUri", SuccessUri), ("inProgressUri", InProgressUri), ("failedUri", FailedUri) }
            .Where(a => a.Item2 is not null).Select(a => (a.Item1, a.Item2!)); // the line above
    }
}
