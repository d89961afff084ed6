using Geo.Engine.Features;

namespace Geo.Engine.Formats;

/// <summary>A form that features leave in, the same from the service and from the command line.</summary>
/// <param name="key">Short name, as in <c>f=csv</c>.</param>
/// <param name="mediaType">Media type.</param>
/// <param name="fileEnding">Ending of file names, with its dot.</param>
public abstract class FeatureFormat(string key, string mediaType, string fileEnding)
{
    /// <summary>Short name, as in <c>f=csv</c>.</summary>
    public string Key { get; } = key;

    /// <summary>Media type.</summary>
    public string MediaType { get; } = mediaType;

    /// <summary>Ending of file names, with its dot.</summary>
    public string FileEnding { get; } = fileEnding;

    /// <summary>Whether features may come in any order; else they have to come by id, as the form keeps no other.</summary>
    public virtual bool KeepsOrder => true;

    /// <summary>
    /// Writes features as they come, in flat memory. Geometries are x before y, in the system that the definition names.
    /// </summary>
    /// <param name="content">The layer, as a <see cref="LayerView"/> shows it.</param>
    /// <param name="target">Where to; it need not be seekable and is left open.</param>
    /// <param name="cancellation">Ends the work.</param>
    public abstract Task WriteAsync(LayerContent content, Stream target, CancellationToken cancellation);
}
