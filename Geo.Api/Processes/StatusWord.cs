using Geo.Engine.Features;

namespace Geo.Api.Processes;

/// <summary>A status as documents write it.</summary>
internal static class StatusWord
{
    public static string Of(LayerStatus status) => status.ToString().ToLowerInvariant();
}
