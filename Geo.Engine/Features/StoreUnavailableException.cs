namespace Geo.Engine.Features;

/// <summary>The store cannot be reached or opened; the message names it, says why, and what to do.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>With a message for people.</summary>
    public StoreUnavailableException(string message) : base(message)
    {
    }

    /// <summary>With a message for people and the cause.</summary>
    public StoreUnavailableException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Without a message; kept for serialisers.</summary>
    public StoreUnavailableException()
    {
    }
}
