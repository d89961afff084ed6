namespace Geo.Engine.Features;

/// <summary>A layer was removed, or given other columns, between the moment it was looked up and the moment it was read. Asking again helps.</summary>
public sealed class LayerChangedException : Exception
{
    /// <summary>With a message for people.</summary>
    public LayerChangedException(string message) : base(message)
    {
    }

    /// <summary>With a message for people and the cause.</summary>
    public LayerChangedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Without a message; kept for serialisers.</summary>
    public LayerChangedException()
    {
    }

    /// <summary>Throws when <paramref name="current"/> is missing or has another shape than <paramref name="known"/>.</summary>
    internal static void ThrowIfReshaped(Layer known, Layer? current)
    {
        if (current is null)
            throw new LayerChangedException($"Layer '{known.Id}' was removed while it was about to be read; ask for the layers again.");
        var (before, now) = (known.Definition, current.Definition);
        var isSame = before.GeometryKind == now.GeometryKind && before.System == now.System
            && before.Properties.Select(p => (p.Name, p.Type)).SequenceEqual(now.Properties.Select(p => (p.Name, p.Type)));
        if (!isSame)
            throw new LayerChangedException($"Layer '{known.Id}' was given other columns while it was about to be read; ask for the layers again.");
    }
}
