namespace Geo.Engine.Features;

/// <summary>One feature cannot be read or stored: damaged bytes, a number that is not finite, a value of the wrong type.</summary>
public sealed class InvalidFeatureException : Exception
{
    /// <summary>With the place and what is wrong there.</summary>
    public InvalidFeatureException(string layerId, long featureId, string problem, Exception? cause = null)
        : base($"Layer '{layerId}', feature {featureId}: {problem}", cause)
    {
        LayerId = layerId;
        FeatureId = featureId;
        Problem = problem;
    }

    /// <summary>With a message for people.</summary>
    public InvalidFeatureException(string message) : base(message)
    {
    }

    /// <summary>With a message for people and the cause.</summary>
    public InvalidFeatureException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Without a message; kept for serialisers.</summary>
    public InvalidFeatureException()
    {
    }

    /// <summary>The layer.</summary>
    public string LayerId { get; } = "";

    /// <summary>The feature's id.</summary>
    public long FeatureId { get; }

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; } = "";
}
