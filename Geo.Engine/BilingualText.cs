namespace Geo.Engine;

/// <summary>A text in both of the system's languages, NFC.</summary>
/// <param name="Vi">Vietnamese.</param>
/// <param name="En">English.</param>
public sealed record BilingualText(string Vi, string En)
{
    /// <summary>The text for a language tag: Vietnamese for <c>vi</c> and its regions, else English.</summary>
    public string For(string language) => language.StartsWith("vi", StringComparison.OrdinalIgnoreCase) ? Vi : En;
}
